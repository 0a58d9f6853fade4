package dev.gridload.pipeline.validate;

import dev.gridload.account.Rule;
import dev.gridload.account.identifier.CountryRule;
import dev.gridload.customer.BeneficiaryRule;
import dev.gridload.customer.BirthDateRule;
import dev.gridload.customer.BusinessNameRule;
import dev.gridload.customer.Column;
import dev.gridload.customer.NameRule;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Checks the columns that say whom the account belongs to where that is not the customer. */
final class BeneficiaryCheck {

    private static final Column[] ALL =
            Arrays.stream(Column.values()).filter(Column::isOfBeneficiary).toArray(Column[]::new);

    private static final List<Column> ADDRESS = List.of(
            Column.BENEFICIARY_ADDRESS_LINE_1,
            Column.BENEFICIARY_ADDRESS_LINE_2,
            Column.BENEFICIARY_CITY,
            Column.BENEFICIARY_STATE,
            Column.BENEFICIARY_POSTAL_CODE,
            Column.BENEFICIARY_COUNTRY);

    private static final List<Column> REQUIRED_OF_ADDRESS =
            List.of(Column.BENEFICIARY_ADDRESS_LINE_1, Column.BENEFICIARY_POSTAL_CODE, Column.BENEFICIARY_COUNTRY);

    private final Cells cells;
    private final RowProblems problems;

    private BeneficiaryCheck(Cells cells, RowProblems problems) {
        this.cells = cells;
        this.problems = problems;
    }

    static void check(Cells cells, RowProblems problems, Clock clock) {
        for (Column column : ALL) {
            if (cells.value(column) != null) {
                new BeneficiaryCheck(cells, problems).check(LocalDate.now(clock));
                return;
            }
        }
    }

    private void check(LocalDate today) {
        name();
        each(Column.BENEFICIARY_FULL_NAME, NameRule::check);
        each(Column.BENEFICIARY_LEGAL_NAME, BusinessNameRule::check);
        each(Column.BENEFICIARY_BIRTH_DATE, date -> BirthDateRule.check(date, today));
        each(Column.BENEFICIARY_NATIONALITY, CountryRule::check);
        each(Column.BENEFICIARY_COUNTRY, CountryRule::check);
        if (cells.haveAny(ADDRESS)) {
            for (Column column : REQUIRED_OF_ADDRESS) {
                if (cells.value(column) == null) {
                    problems.add(column, BeneficiaryRule.BENEFICIARY_ADDRESS_INCOMPLETE);
                }
            }
        }
    }

    private void name() {
        String type = cells.value(Column.BENEFICIARY_TYPE);
        boolean person = cells.value(Column.BENEFICIARY_FULL_NAME) != null;
        boolean business = cells.value(Column.BENEFICIARY_LEGAL_NAME) != null;
        if (type != null && !type.equals("INDIVIDUAL") && !type.equals("BUSINESS")) {
            problems.addInAnyCase(Column.BENEFICIARY_TYPE, BeneficiaryRule.BENEFICIARY_TYPE_UNKNOWN);
        } else if ("BUSINESS".equals(type) && !business) {
            problems.add(Column.BENEFICIARY_LEGAL_NAME, BeneficiaryRule.BENEFICIARY_NAME_MISSING);
        } else if (!person && (!business || "INDIVIDUAL".equals(type))) {
            problems.add(Column.BENEFICIARY_FULL_NAME, BeneficiaryRule.BENEFICIARY_NAME_MISSING);
        }
    }

    private void each(Column column, Function<String, @Nullable Rule> rule) {
        String value = cells.value(column);
        Rule broken = value == null ? null : rule.apply(value);
        if (broken != null) {
            problems.add(column, broken);
        }
    }
}
