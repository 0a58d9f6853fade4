package dev.gridload.pipeline.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gridload.account.Rule;
import dev.gridload.account.identifier.IbanRule;
import dev.gridload.customer.Column;
import dev.gridload.customer.Severity;
import org.junit.jupiter.api.Test;

class RuleSetTest {

    @Test
    void weighsRulesByTheirClass() {
        assertThat(RuleSet.production().severity(IbanRule.IBAN_FORMAT)).isEqualTo(Severity.ERROR);
        assertThat(RuleSet.production().severity(IbanRule.IBAN_LENGTH)).isEqualTo(Severity.ERROR);
        assertThat(RuleSet.production().severity(IbanRule.IBAN_CHECKSUM)).isEqualTo(Severity.ERROR);
        assertThat(RuleSet.production().severity(IbanRule.IBAN_CHECK_DIGITS)).isEqualTo(Severity.WARNING);
        assertThat(RuleSet.production().severity(RepairRule.REPAIRED_CASE)).isEqualTo(Severity.WARNING);
        assertThat(RuleSet.sandbox().severity(IbanRule.IBAN_CHECKSUM)).isEqualTo(Severity.WARNING);
        assertThat(RuleSet.sandbox().severity(IbanRule.IBAN_LENGTH)).isEqualTo(Severity.ERROR);
    }

    @Test
    void letsSingleRulesBeWeighedOtherwise() {
        RuleSet rules = RuleSet.production().with("IBAN_CHECKSUM", null).with("BANK_NAME_MISSING", Severity.ERROR);

        assertThat(rules.severity(IbanRule.IBAN_CHECKSUM)).isNull();
        assertThat(TestRows.individual().usAccount().with(Column.BANK_NAME, "").said(rules))
                .containsExactly("bankName ERROR BANK_NAME_MISSING");
        assertThat(TestRows.individual()
                        .usAccount()
                        .with(Column.BANK_NAME, "")
                        .said(RuleSet.production().with("BANK_NAME_MISSING", null)))
                .isEmpty();
    }

    @Test
    void refusesACodeThatNoRuleHas() {
        assertThatThrownBy(() -> RuleSet.production().with("IBAN_CHEKSUM", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No rule has the code IBAN_CHEKSUM");
    }

    @Test
    void refusesToWeighOtherwiseWhatKeepsARowFromBeingUnderstood() {
        assertThatThrownBy(() -> RuleSet.production().with("DUPLICATE_ID", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The rule DUPLICATE_ID always is an error");
    }

    @Test
    void makesRepairsErrorsWhenStrict() {
        TestRows padded = TestRows.individual().with(Column.CITY, " Bonn ");

        assertThat(padded.said()).containsExactly("city WARNING REPAIRED_SPACES");
        assertThat(padded.said(RuleSet.production().strict())).containsExactly("city ERROR REPAIRED_SPACES");
        assertThat(padded.said(RuleSet.sandbox().strict().with("REPAIRED_SPACES", null)))
                .isEmpty();
    }

    @Test
    void knowsRulesThatEachSayWhatTheyMeanOnce() {
        assertThat(Rules.all()).extracting(Rule::code).doesNotHaveDuplicates();
        assertThat(Rules.all()).allSatisfy(rule -> {
            assertThat(rule.message()).matches("(?s)[A-Z].*[^.]");
            assertThat(rule.hint()).matches("(?s)[A-Z].*[^.]");
            assertThat(rule.source()).isNotBlank();
        });
    }
}
