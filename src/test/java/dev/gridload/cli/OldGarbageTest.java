package dev.gridload.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OldGarbageTest {

    private static final long MIB = 1 << 20;

    private long used;
    private long live;
    private int collections;

    private final OldGarbage garbage = new OldGarbage(() -> used, () -> {
        used = live;
        collections++;
    });

    @Test
    void isCollectedWhereMuchHasCome() {
        holds(24 * MIB, 10 * MIB);
        assertThat(collections).isZero();

        holds(25 * MIB, 10 * MIB);
        assertThat(collections).isEqualTo(1);
        assertThat(used).isEqualTo(10 * MIB);
    }

    @Test
    void isComparedWithWhatWasKeptTheLastTime() {
        holds(100 * MIB, 80 * MIB);
        holds(124 * MIB, 80 * MIB);
        assertThat(collections).isEqualTo(1);

        holds(125 * MIB, 10 * MIB);
        holds(36 * MIB, 10 * MIB);
        assertThat(collections).isEqualTo(2);

        holds(37 * MIB, 10 * MIB);
        assertThat(collections).isEqualTo(3);
    }

    private void holds(long all, long ofThemLive) {
        used = all;
        live = ofThemLive;
        garbage.look();
    }
}
