package dev.gridload.cli;

import dev.gridload.account.AccountColumn;
import dev.gridload.account.AccountType;
import dev.gridload.customer.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints a CSV header and one sample row for each account type asked for. */
@Command(
        name = "template",
        mixinStandardHelpOptions = true,
        description = {
            "Print a CSV header and sample rows for account types; for all of them when none is named.",
            "For example: gridload template US_ACCOUNT PIX > customers.csv"
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

    private final Terminal terminal;

    TemplateCommand(Map<String, String> environment, Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<AccountType> chosen = types.isEmpty()
                ? Arrays.asList(AccountType.values())
                : types.stream().map(TemplateCommand::typeNamed).toList();
        Set<Column> columns = new LinkedHashSet<>(OF_CUSTOMER);
        for (AccountType type : chosen) {
            for (AccountColumn column : type.columns()) {
                columns.add(columnNamed(column.name()));
            }
        }
        StringBuilder csv = new StringBuilder();
        csv.append(String.join(",", columns.stream().map(Column::header).toList()))
                .append('\n');
        int number = 0;
        for (AccountType type : chosen) {
            Map<Column, String> row = new EnumMap<>(SampleRows.of(type));
            number++;
            row.put(Column.PLATFORM_CUSTOMER_ID, "customer-" + number);
            row.put(Column.CUSTOMER_TYPE, "INDIVIDUAL");
            row.put(Column.EMAIL, "customer" + number + "@example.com");
            row.put(Column.ACCOUNT_TYPE, type.wireName());
            row.put(Column.PLATFORM_ACCOUNT_ID, "account-" + number);
            List<String> fields = new ArrayList<>();
            columns.forEach(column -> fields.add(row.getOrDefault(column, "")));
            csv.append(String.join(",", fields)).append('\n');
        }
        terminal.data(csv.toString());
        return ExitCode.OK.number();
    }

    private static Column columnNamed(String name) {
        Column column = Column.named(name);
        if (column == null) {
            throw new IllegalStateException("no column is called " + name);
        }
        return column;
    }

    private static AccountType typeNamed(String text) {
        AccountType type = AccountType.parse(text.toUpperCase(Locale.ROOT));
        if (type == null) {
            throw new BadArgument("there is no account type " + text + "; known are "
                    + String.join(
                            ", ",
                            Arrays.stream(AccountType.values())
                                    .map(AccountType::wireName)
                                    .toList()));
        }
        return type;
    }
}
