package dev.gridload.pipeline.validate;

import dev.gridload.customer.Column;
import dev.gridload.customer.Header;
import dev.gridload.customer.Problem;
import dev.gridload.customer.SourceRow;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A row that is good in every column, to be spoiled in one. */
final class TestRows {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);

    private final Map<Column, String> values = new EnumMap<>(Column.class);

    private TestRows() {}

    static TestRows individual() {
        return new TestRows()
                .with(Column.PLATFORM_CUSTOMER_ID, "cust-1")
                .with(Column.CUSTOMER_TYPE, "INDIVIDUAL")
                .with(Column.FULL_NAME, "Jane Doe")
                .with(Column.BIRTH_DATE, "1990-01-15")
                .address();
    }

    static TestRows business() {
        return new TestRows()
                .with(Column.PLATFORM_CUSTOMER_ID, "biz-1")
                .with(Column.CUSTOMER_TYPE, "BUSINESS")
                .with(Column.BUSINESS_LEGAL_NAME, "Acme Corporation, Inc.")
                .address();
    }

    private TestRows address() {
        return with(Column.ADDRESS_LINE_1, "123 Main St")
                .with(Column.CITY, "San Francisco")
                .with(Column.STATE, "CA")
                .with(Column.POSTAL_CODE, "94105")
                .with(Column.COUNTRY, "US");
    }

    TestRows with(Column column, String value) {
        values.put(column, value);
        return this;
    }

    TestRows usAccount() {
        return with(Column.ACCOUNT_TYPE, "US_ACCOUNT")
                .with(Column.ROUTING_NUMBER, "021000021")
                .with(Column.ACCOUNT_NUMBER, "123456789")
                .with(Column.ACCOUNT_CATEGORY, "CHECKING")
                .with(Column.BANK_NAME, "Chase Bank");
    }

    Header header() {
        return new Header(values.keySet().stream().map(Column::header).toList());
    }

    SourceRow row() {
        return new SourceRow(7, 9, new ArrayList<>(values.values()), null);
    }

    Verdict validate(RuleSet rules) {
        return new Validator(Mapping.of(header()), rules, CLOCK).validate(row());
    }

    Verdict validate() {
        return validate(RuleSet.production());
    }

    List<Problem> problems(RuleSet rules) {
        Verdict verdict = validate(rules);
        return verdict instanceof Verdict.Accepted accepted
                ? accepted.warnings()
                : ((Verdict.Rejected) verdict).problems();
    }

    /** Each as {@code column SEVERITY CODE}. */
    List<String> said(RuleSet rules) {
        return problems(rules).stream()
                .map(problem -> problem.column() + " " + problem.severity() + " " + problem.code())
                .toList();
    }

    List<String> said() {
        return said(RuleSet.production());
    }
}
