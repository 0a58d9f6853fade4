package dev.gridload.cli;

import dev.gridload.account.AccountType;
import dev.gridload.customer.Column;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints a CSV header and one sample row for each account type asked for. */
@Command(
        name = "template",
        mixinStandardHelpOptions = true,
        description = {
            "Print a CSV header and sample rows for account types; for all of them when none is named.",
            "For example: gridload template US_ACCOUNT PIX > customers.csv",
            "or: gridload template --profile openapi GBP_ACCOUNT"
        })
final class TemplateCommand implements Callable<Integer> {

    private static final List<Column> OF_CUSTOMER = List.of(
            Column.PLATFORM_CUSTOMER_ID,
            Column.CUSTOMER_TYPE,
            Column.FULL_NAME,
            Column.BIRTH_DATE,
            Column.EMAIL,
            Column.ADDRESS_LINE_1,
            Column.ADDRESS_LINE_2,
            Column.CITY,
            Column.STATE,
            Column.POSTAL_CODE,
            Column.COUNTRY,
            Column.BUSINESS_LEGAL_NAME,
            Column.BUSINESS_REGISTRATION_NUMBER,
            Column.BUSINESS_TAX_ID,
            Column.ACCOUNT_TYPE,
            Column.PLATFORM_ACCOUNT_ID);

    @Parameters(paramLabel = "TYPE", arity = "0..*", description = "Account types, for example US_ACCOUNT or CLABE.")
    private List<String> types = List.of();

    @Mixin
    private final AccountTypeNames names = new AccountTypeNames();

    private final Terminal terminal;

    TemplateCommand(Map<String, String> environment, Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<AccountType> chosen = types.isEmpty()
                ? names.types().all()
                : types.stream().map(names::named).toList();
        List<Map<Column, String>> rows = new ArrayList<>();
        Set<Column> columns = new LinkedHashSet<>(OF_CUSTOMER);
        if (names.published()) {
            columns.add(Column.UMA_ADDRESS);
        }
        for (AccountType type : chosen) {
            type.columns().forEach(column -> columns.add(SampleRows.columnNamed(column.name())));
            rows.add(row(type, rows.size() + 1));
            columns.addAll(rows.get(rows.size() - 1).keySet());
        }
        StringBuilder csv = new StringBuilder();
        csv.append(String.join(",", columns.stream().map(Column::header).toList()))
                .append('\n');
        for (Map<Column, String> row : rows) {
            List<String> fields = new ArrayList<>();
            columns.forEach(column -> fields.add(row.getOrDefault(column, "")));
            csv.append(String.join(",", fields)).append('\n');
        }
        terminal.data(csv.toString());
        return ExitCode.OK.number();
    }

    private Map<Column, String> row(AccountType type, int number) {
        Map<Column, String> row = new EnumMap<>(SampleRows.of(type));
        row.put(Column.PLATFORM_CUSTOMER_ID, "customer-" + number);
        row.put(Column.CUSTOMER_TYPE, "INDIVIDUAL");
        row.put(Column.EMAIL, "customer" + number + "@example.com");
        row.put(Column.ACCOUNT_TYPE, type.wireName());
        row.put(Column.PLATFORM_ACCOUNT_ID, "account-" + number);
        if (names.published()) {
            row.put(Column.UMA_ADDRESS, "$customer" + number + "@uma.example.com");
        }
        return row;
    }
}
