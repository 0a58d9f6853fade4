package dev.gridload.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CreatedSpanTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void piecesShareTheirEndsAndTheLastOneIsOpen() {
        List<Instant> moments =
                IntStream.range(0, 40).mapToObj(i -> NOON.plusSeconds(i)).toList();

        assertThat(CreatedSpan.since(NOON.minusSeconds(2)).cutBy(moments, 4))
                .containsExactly(
                        new CreatedSpan(NOON.minusSeconds(2), NOON.plusSeconds(10)),
                        new CreatedSpan(NOON.plusSeconds(10), NOON.plusSeconds(20)),
                        new CreatedSpan(NOON.plusSeconds(20), NOON.plusSeconds(30)),
                        new CreatedSpan(NOON.plusSeconds(30), null));
    }

    @Test
    void whatWasBegunWithinOneSecondIsOnePiece() {
        List<Instant> moments = List.of(NOON.plusMillis(1), NOON.plusMillis(500), NOON.plusMillis(900));

        assertThat(CreatedSpan.since(NOON.plusMillis(1)).cutBy(moments, 4))
                .containsExactly(new CreatedSpan(NOON, null));
    }

    @Test
    void fewerMomentsMakeFewerPieces() {
        assertThat(CreatedSpan.since(NOON.minusSeconds(2)).cutBy(List.of(NOON.plusSeconds(7), NOON), 4))
                .containsExactly(
                        new CreatedSpan(NOON.minusSeconds(2), NOON),
                        new CreatedSpan(NOON, NOON.plusSeconds(7)),
                        new CreatedSpan(NOON.plusSeconds(7), null));
    }
}
