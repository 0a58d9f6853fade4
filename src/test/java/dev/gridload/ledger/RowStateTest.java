package dev.gridload.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowStateTest {

    /** The whole graph: what is not here is refused. */
    @ParameterizedTest
    @CsvSource({
        "STAGED,          IN_FLIGHT DUPLICATE,                                        false",
        "IN_FLIGHT,       STAGED POLLING DISCOVER CREATED FAILED,                     false",
        "POLLING,         DISCOVER CREATED ALREADY_EXISTED FAILED NEEDS_OPERATOR,     false",
        "DISCOVER,        STAGED CREATED ALREADY_EXISTED FAILED NEEDS_OPERATOR,       false",
        "CREATED,         '',                                                         true",
        "ALREADY_EXISTED, '',                                                         true",
        "REJECTED,        '',                                                         true",
        "DUPLICATE,       '',                                                         true",
        "FAILED,          '',                                                         true",
        "NEEDS_OPERATOR,  STAGED CREATED ALREADY_EXISTED FAILED,                      true",
    })
    void mayBecome(RowState state, String successors, boolean terminal) {
        String allowed = Arrays.stream(RowState.values())
                .filter(state::mayBecome)
                .map(RowState::name)
                .collect(Collectors.joining(" "));

        assertThat(allowed).isEqualTo(successors);
        assertThat(state.terminal()).isEqualTo(terminal);
    }

    @Test
    void rowsStandWhereTheirSubmissionStands() {
        assertThat(Arrays.stream(SubmissionState.values()).map(state -> state + " " + state.rowState()))
                .containsExactly(
                        "PLANNED STAGED",
                        "IN_FLIGHT IN_FLIGHT",
                        "POLLING POLLING",
                        "JOB_ENDED POLLING",
                        "DISCOVER DISCOVER",
                        "SETTLED CREATED");
    }
}
