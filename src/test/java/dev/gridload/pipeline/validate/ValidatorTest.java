package dev.gridload.pipeline.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.account.UsAccount;
import dev.gridload.customer.Column;
import dev.gridload.customer.Customer;
import dev.gridload.customer.Header;
import dev.gridload.customer.Individual;
import dev.gridload.customer.Problem;
import dev.gridload.customer.Severity;
import dev.gridload.customer.SourceRow;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValidatorTest {

    @Test
    void acceptsRowsWithoutAnAccountAndSaysNothing() {
        assertThat(TestRows.individual().said()).isEmpty();
        assertThat(TestRows.business().said()).isEmpty();
        assertThat(TestRows.individual().validate()).isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void givesTheCustomerOfAnAcceptedRow() {
        Verdict verdict = TestRows.individual().usAccount().validate();

        Customer customer = ((Verdict.Accepted) verdict).customer();
        assertThat(customer).isInstanceOf(Individual.class);
        assertThat(customer.account())
                .isEqualTo(new UsAccount("021000021", "123456789", "CHECKING", "Chase Bank", null));
        assertThat(customer.value(Column.CUSTOMER_TYPE)).isEqualTo("INDIVIDUAL");
        assertThat(customer.value(Column.ROUTING_NUMBER)).isEqualTo("021000021");
        assertThat(customer.value(Column.ADDRESS_LINE_1)).isEqualTo("123 Main St");
        assertThat(customer.value(Column.IBAN)).isNull();
    }

    @Test
    void saysEverythingThatIsWrongWithARowAtOnceInColumnOrder() {
        TestRows rows = TestRows.individual()
                .usAccount()
                .with(Column.FULL_NAME, "Jane <Doe>")
                .with(Column.BIRTH_DATE, "1990-02-30")
                .with(Column.COUNTRY, "ZZ")
                .with(Column.ROUTING_NUMBER, "02100002")
                .with(Column.ACCOUNT_NUMBER, "123");

        assertThat(rows.said())
                .containsExactly(
                        "fullName ERROR NAME_CHARACTER",
                        "birthDate ERROR BIRTH_DATE_NOT_REAL",
                        "country ERROR COUNTRY_UNKNOWN",
                        "routingNumber ERROR ABA_FORMAT",
                        "accountNumber ERROR US_ACCOUNT_NUMBER_FORMAT");
        Verdict.Rejected rejected = (Verdict.Rejected) rows.validate();
        assertThat(rejected.customerId()).isEqualTo("cust-1");
    }

    @Test
    void describesAProblemWithoutGivingTheValueAway() {
        Problem problem = TestRows.individual()
                .usAccount()
                .with(Column.ROUTING_NUMBER, "12345678X")
                .problems(RuleSet.production())
                .get(0);

        assertThat(problem)
                .isEqualTo(new Problem(
                        7,
                        9,
                        "cust-1",
                        "routingNumber",
                        Severity.ERROR,
                        "ABA_FORMAT",
                        "A routing number is 9 digits; found 9 characters: 8 digits, 1 letter",
                        "Copy the 9 digits from a cheque or from the bank, without spaces",
                        "****678X"));
    }

    @Test
    void asksForTheFieldsOfAnIndividualAndOfABusiness() {
        assertThat(TestRows.individual()
                        .with(Column.FULL_NAME, "")
                        .with(Column.CITY, "  ")
                        .with(Column.BIRTH_DATE, "")
                        .said())
                .containsExactly(
                        "fullName ERROR INDIVIDUAL_FIELD_REQUIRED",
                        "birthDate ERROR INDIVIDUAL_FIELD_REQUIRED",
                        "city ERROR CUSTOMER_FIELD_REQUIRED");
        assertThat(TestRows.business().with(Column.BUSINESS_LEGAL_NAME, "").said())
                .containsExactly("businessLegalName ERROR BUSINESS_FIELD_REQUIRED");
    }

    @Test
    void stillChecksTheOtherColumnsOfARowWhoseCustomerTypeIsUnknown() {
        assertThat(TestRows.individual()
                        .usAccount()
                        .with(Column.CUSTOMER_TYPE, "PERSON")
                        .with(Column.COUNTRY, "USA")
                        .with(Column.ROUTING_NUMBER, "1")
                        .said())
                .containsExactly(
                        "customerType ERROR CUSTOMER_TYPE_UNKNOWN",
                        "country ERROR COUNTRY_UNKNOWN",
                        "routingNumber ERROR ABA_FORMAT");
        assertThat(TestRows.individual().with(Column.CUSTOMER_TYPE, "").said())
                .containsExactly("customerType ERROR CUSTOMER_FIELD_REQUIRED");
    }

    @Test
    void refusesAnUnknownAccountType() {
        assertThat(TestRows.individual().with(Column.ACCOUNT_TYPE, "GIRO").said())
                .containsExactly("accountType ERROR ACCOUNT_TYPE_UNKNOWN");
    }

    @Test
    void asksForTheAccountTypeWhereAnAccountIsDescribed() {
        assertThat(TestRows.individual()
                        .usAccount()
                        .with(Column.ACCOUNT_TYPE, "")
                        .said())
                .containsExactly("accountType ERROR ACCOUNT_TYPE_MISSING");
    }

    @Test
    void passesOverColumnsOfOtherAccountTypes() {
        assertThat(TestRows.individual()
                        .usAccount()
                        .with(Column.IBAN, "nonsense")
                        .said())
                .isEmpty();
    }

    @Test
    void refusesControlCharactersInAnyColumnThatIsSentAndSaysNothingElseOfThem() {
        assertThat(TestRows.individual().with(Column.FULL_NAME, "Jane\u0000Doe").said())
                .containsExactly("fullName ERROR CONTROL_CHARACTER");
        assertThat(TestRows.individual().with(Column.FULL_NAME, "Jane\nDoe").said())
                .containsExactly("fullName ERROR CONTROL_CHARACTER");
    }

    @Test
    void acceptsLineBreaksWherePeopleWriteSeveralLinesAndInColumnsThatNobodySends() {
        assertThat(TestRows.individual()
                        .with(Column.DESCRIPTION, "Prefers letters.\r\nNo calls.")
                        .with(Column.ADDRESS_LINE_2, "Rear building\n2nd floor")
                        .said())
                .isEmpty();
        Header header = new Header(List.of("platformCustomerId", "customerType", "colour"));
        SourceRow row = new SourceRow(1, 2, List.of("c", "BUSINESS", "re\u0007d"), null);
        Verdict verdict = new Validator(Mapping.of(header), RuleSet.production(), TestRows.CLOCK).validate(row);
        assertThat(((Verdict.Rejected) verdict).problems())
                .noneMatch(problem -> problem.code().equals("CONTROL_CHARACTER"));
    }

    @Test
    void handsOnTheDefectOfARecordThatCouldNotBeRead() {
        Problem defect = new Problem(3, 4, null, null, Severity.ERROR, "RAGGED", "Too few fields", "Mend it", null);
        SourceRow row = new SourceRow(3, 4, List.of(), defect);

        Verdict verdict = new Validator(
                        Mapping.of(TestRows.individual().header()), RuleSet.production(), TestRows.CLOCK)
                .validate(row);

        assertThat(verdict).isEqualTo(new Verdict.Rejected(row, null, List.of(defect)));
    }
}
