package dev.gridload.pipeline.validate;

import dev.gridload.account.AccountType;
import dev.gridload.account.Rule;
import dev.gridload.account.identifier.CountryRule;
import dev.gridload.account.identifier.CurrencyRule;
import dev.gridload.customer.Cell;
import dev.gridload.customer.Column;
import dev.gridload.customer.DetailRule;
import dev.gridload.customer.PostalCodeRule;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks what is no part of the customer that is sent: columns that Grid's JSON has and its bulk CSV has not, and the postal code
 * beside its country.
 */
final class CustomerDetails {

    private static final Pattern BETWEEN_CURRENCIES = Pattern.compile("[\\s,;|]+");

    private static final List<Column> CONSENT = List.of(
            Column.CONSENT_ACCEPTED_AT,
            Column.CONSENT_IP_ADDRESS,
            Column.CONSENT_TERMS_VERSION,
            Column.CONSENT_ACCEPTANCE_METHOD);

    private CustomerDetails() {}

    static void check(Cells cells, RowProblems problems, Clock clock) {
        String land = cells.value(Column.COUNTRY);
        String code = cells.value(Column.POSTAL_CODE);
        if (land != null && code != null) {
            add(Column.POSTAL_CODE, PostalCodeRule.check(Cell.asked(land), Cell.asked(code)), problems);
        }
        for (Column column : new Column[] {Column.REGION, Column.NATIONALITY, Column.BUSINESS_COUNTRY}) {
            String country = cells.value(column);
            add(column, country == null ? null : CountryRule.check(Cell.asked(country)), problems);
        }
        String currencies = cells.value(Column.CURRENCIES);
        if (currencies != null) {
            add(Column.CURRENCIES, worstOf(currencies), problems);
        }
        String currency = cells.value(Column.CURRENCY_CODE);
        if (currency != null
                && cells.accountType() != null
                && !cells.accountType().has(Column.CURRENCY_CODE.header())) {
            add(Column.CURRENCY_CODE, CurrencyRule.check(Cell.asked(currency)), problems);
        }
        String incorporatedOn = cells.value(Column.INCORPORATED_ON);
        if (incorporatedOn != null && !"INDIVIDUAL".equals(cells.value(Column.CUSTOMER_TYPE))) {
            add(Column.INCORPORATED_ON, DetailRule.incorporatedOn(incorporatedOn, LocalDate.now(clock)), problems);
        }
        consent(cells, problems);
        String phone = cells.value(Column.PHONE_NUMBER);
        if (phone != null && !isMobileMoney(cells.accountType())) {
            add(Column.PHONE_NUMBER, DetailRule.phone(Cell.asked(phone)), problems);
        }
    }

    private static void consent(Cells cells, RowProblems problems) {
        if (!cells.haveAny(CONSENT)) {
            return;
        }
        for (Column column : CONSENT) {
            if (cells.value(column) == null) {
                problems.add(column, DetailRule.CONSENT_INCOMPLETE);
            }
        }
        String moment = cells.value(Column.CONSENT_ACCEPTED_AT);
        add(Column.CONSENT_ACCEPTED_AT, moment == null ? null : DetailRule.consentTime(moment), problems);
    }

    /** Whether the account itself is known by the row's telephone number. */
    private static boolean isMobileMoney(@Nullable AccountType type) {
        return type != null && type.has(Column.PHONE_NUMBER.header());
    }

    /** A currency that is none weighs more than one that is only unknown. */
    private static @Nullable CurrencyRule worstOf(String currencies) {
        CurrencyRule worst = null;
        for (String currency : BETWEEN_CURRENCIES.split(currencies, -1)) {
            CurrencyRule broken = CurrencyRule.check(currency);
            worst = broken == CurrencyRule.CURRENCY_FORMAT || worst == null ? broken : worst;
            if (worst == CurrencyRule.CURRENCY_FORMAT) {
                return worst;
            }
        }
        return worst;
    }

    private static void add(Column column, @Nullable Rule broken, RowProblems problems) {
        if (broken != null) {
            problems.add(column, broken);
        }
    }
}
