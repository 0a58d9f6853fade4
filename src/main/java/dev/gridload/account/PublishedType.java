package dev.gridload.account;

import dev.gridload.account.identifier.FieldRule;
import dev.gridload.account.identifier.PresenceRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An account type as Grid's OpenAPI publishes it, read from the declarations in {@code published-types.txt}.
 *
 * @param currency null where a column says it
 * @param beneficiary what Grid must be told of a person whom the account belongs to, by the names in JSON; empty where it does not
 *     ask
 * @param ownerless whether nobody can be named
 * @param groups of columns of which at least one is filled; empty where the required fields say it all
 * @param onlyOne whether only one of the groups may be filled
 */
public record PublishedType(
        String wireName,
        @Nullable String currency,
        Set<String> beneficiary,
        boolean ownerless,
        List<Group> groups,
        boolean onlyOne,
        List<PublishedField> fields)
        implements AccountType {

    static final String PLATFORM_ACCOUNT_ID = "platformAccountId";

    private static final Pattern COUNTRY_CODE = Pattern.compile("\\\\(\\+[0-9]+)\\[.*");

    public PublishedType {
        beneficiary = Set.copyOf(beneficiary);
        groups = List.copyOf(groups);
        fields = List.copyOf(fields);
    }

    /** Columns that make an account together, of which one may be for businesses only. */
    public record Group(List<String> columns, boolean ofBusinesses) {

        public Group {
            columns = List.copyOf(columns);
        }

        boolean filled(Function<String, @Nullable String> row) {
            return columns.stream().allMatch(column -> row.apply(column) != null);
        }

        @Override
        public String toString() {
            return String.join(" and ", columns) + (ofBusinesses ? " of a business" : "");
        }
    }

    /** What is told of a broken rule: the column to blame, the rule, and in words what the type wants; null where the rule says it. */
    @FunctionalInterface
    public interface Breaches {
        void add(String column, Rule rule, @Nullable String wanted);
    }

    /**
     * Everything that is wrong with the account of a row.
     *
     * @param row the value of a column by name, or null
     * @param business whether the account belongs to a business
     */
    public void check(Function<String, @Nullable String> row, boolean business, Breaches broken) {
        for (PublishedField field : fields) {
            String value = row.apply(field.name());
            if (value == null) {
                if (field.column().required()) {
                    broken.add(field.name(), PresenceRule.ACCOUNT_FIELD_REQUIRED, null);
                }
            } else if (!field.form().fits(value)) {
                broken.add(
                        field.name(),
                        FieldRule.ACCOUNT_FIELD_FORMAT,
                        wireName + " wants " + field.form().words());
            } else {
                field.rules().stream()
                        .map(rule -> rule.check(value, row))
                        .filter(rule -> rule != null)
                        .findFirst()
                        .ifPresent(rule -> broken.add(field.name(), rule, null));
            }
        }
        checkGroups(row, business, broken);
    }

    private void checkGroups(Function<String, @Nullable String> row, boolean business, Breaches broken) {
        long filled = groups.stream()
                .filter(group -> group.filled(row) && (business || !group.ofBusinesses()))
                .count();
        if (!groups.isEmpty() && (filled == 0 || (onlyOne && filled > 1))) {
            String wanted = wireName + " wants " + (onlyOne ? "only one of " : "") + choice();
            broken.add(groups.get(0).columns().get(0), FieldRule.ACCOUNT_FIELDS_CHOICE, wanted);
        }
    }

    /** The groups in words; empty where there are none. */
    public String choice() {
        return String.join(" or ", groups.stream().map(Group::toString).toList());
    }

    @Override
    public List<AccountColumn> columns() {
        return fields.stream().map(PublishedField::column).toList();
    }

    @Override
    public @Nullable String countryCode() {
        for (PublishedField field : fields) {
            Matcher code = COUNTRY_CODE.matcher(field.form().pattern().pattern());
            if (field.name().equals("phoneNumber") && code.matches()) {
                return code.group(1);
            }
        }
        return null;
    }

    @Override
    public boolean needsBeneficiary() {
        return !beneficiary.isEmpty();
    }

    @Override
    public PublishedAccount of(Function<String, @Nullable String> columns) {
        Map<String, String> values = new HashMap<>();
        for (PublishedField field : fields) {
            put(values, field.name(), columns);
        }
        put(values, PLATFORM_ACCOUNT_ID, columns);
        return new PublishedAccount(this, values);
    }

    private static void put(Map<String, String> values, String name, Function<String, @Nullable String> columns) {
        String value = columns.apply(name);
        if (value != null) {
            values.put(name, value);
        }
    }
}
