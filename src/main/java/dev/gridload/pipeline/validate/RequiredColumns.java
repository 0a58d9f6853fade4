package dev.gridload.pipeline.validate;

import dev.gridload.account.AccountType;
import dev.gridload.customer.Column;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@link RequiredFields} as columns, for rows that lack none of them. It may only accept. */
final class RequiredColumns {

    private static final Column[] NONE = {};

    private final Map<String, Column[]> ofPerson = new HashMap<>();
    private final Map<String, Column[]> ofBusiness = new HashMap<>();
    private final boolean allColumns;

    RequiredColumns(RequiredFields fields, Scope scope) {
        this.allColumns = scope.allColumns();
        fields.byCurrency().forEach((currency, names) -> {
            ofPerson.put(currency, RequiredFields.columns(names, false));
            ofBusiness.put(currency, RequiredFields.columns(names, true));
        });
    }

    /**
     * Whether the row has what its currency requires.
     *
     * @param type null for a row without an account
     */
    boolean areThere(@Nullable AccountType type, boolean individual, ColumnValues values) {
        if (ofPerson.isEmpty()) {
            return true;
        }
        String currency = type == null ? null : type.currency();
        CharSequence written = values.get(Column.CURRENCY_CODE);
        if (currency == null && written == null) {
            return true;
        }
        for (Column column : of(individual ? ofPerson : ofBusiness, currency == null ? written : currency)) {
            // What Grid's bulk upload cannot carry is always worth a word.
            boolean ofJson = column.isOfJsonOnly() || column == Column.PHONE_NUMBER;
            if ((ofJson && !allColumns) || values.get(column) == null) {
                return false;
            }
        }
        return true;
    }

    private static Column[] of(Map<String, Column[]> byCurrency, @Nullable CharSequence currency) {
        for (Map.Entry<String, Column[]> entry : byCurrency.entrySet()) {
            if (currency != null && entry.getKey().contentEquals(currency)) {
                return entry.getValue();
            }
        }
        return NONE;
    }
}
