package dev.gridload.pipeline.validate;

import dev.gridload.account.AccountType;
import dev.gridload.account.BankAccount;
import dev.gridload.account.GuidesType;
import dev.gridload.account.identifier.FieldRule;
import dev.gridload.account.identifier.PresenceRule;
import dev.gridload.account.identifier.WordRule;
import dev.gridload.customer.Address;
import dev.gridload.customer.Business;
import dev.gridload.customer.Column;
import dev.gridload.customer.Customer;
import dev.gridload.customer.Details;
import dev.gridload.customer.Identity;
import dev.gridload.customer.Individual;
import dev.gridload.customer.SourceRow;
import dev.gridload.customer.TextRule;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns rows into customers, or says everything that is wrong with them. Thread-safe. */
public final class Validator {

    private static final Set<Column> SEVERAL_LINES =
            EnumSet.of(Column.DESCRIPTION, Column.ADDRESS_LINE_1, Column.ADDRESS_LINE_2);

    private final Mapping mapping;
    private final RuleSet rules;
    private final Constraints constraints;
    private final DirectConstraints direct;
    private final RequiredFields required;
    private final Scope scope;
    private final Clock clock;

    public Validator(Mapping mapping, RuleSet rules, Clock clock) {
        this(mapping, rules, RequiredFields.NONE, Scope.UPLOAD, clock);
    }

    /**
     * One whose bad rows Bean Validation explains.
     *
     * @param required what Grid's provider requires on top of the guides
     * @param scope what of a row is going to be sent
     */
    public Validator(Mapping mapping, RuleSet rules, RequiredFields required, Scope scope, Clock clock) {
        this(mapping, rules, required, scope, clock, new BeanValidation(clock));
    }

    /** One that says the same without Bean Validation, which takes half a second to start. */
    public static Validator forShortRun(
            Mapping mapping, RuleSet rules, RequiredFields required, Scope scope, Clock clock) {
        return new Validator(mapping, rules, required, scope, clock, new DirectConstraints(clock));
    }

    private Validator(
            Mapping mapping,
            RuleSet rules,
            RequiredFields required,
            Scope scope,
            Clock clock,
            Constraints constraints) {
        this.mapping = mapping;
        this.rules = rules;
        this.required = required;
        this.scope = scope;
        this.clock = clock;
        this.constraints = constraints;
        direct = constraints instanceof DirectConstraints same ? same : new DirectConstraints(clock);
    }

    /** Tells the rows that need no validator, for one thread; null where the mapping or the scope makes that a question of its own. */
    public @Nullable CleanRow cleanRow() {
        return mapping.translates() || scope.accountsOnly() || scope.published()
                ? null
                : new CleanRow(mapping, required, scope, LocalDate.now(clock));
    }

    /** To be called early by whoever has a whole file to check: the first row with a fault need not wait then. */
    public static void prepare() {
        Identity identity = new Identity(null, null, null, null);
        Address address = new Address(null, null, null, null, null, null);
        List<Object> parts = new ArrayList<>();
        parts.add(new Individual(identity, null, null, address, null));
        parts.add(new Business(identity, null, null, null, address, null));
        for (GuidesType type : GuidesType.values()) {
            parts.add(type.of(column -> null));
        }
        BeanValidation.prepare(parts);
    }

    public RuleSet rules() {
        return rules;
    }

    /** Never throws for what stands in a row. */
    public Verdict validate(SourceRow row) {
        if (row.defect() != null) {
            return new Verdict.Rejected(row, null, List.of(row.defect()));
        }
        Cells cells = Cells.of(row, mapping, scope.accountTypes());
        RowProblems problems = new RowProblems(row, cells, rules);
        cells.repairs().forEach((column, repair) -> problems.add(column, repair));
        checkCharacters(cells, problems);
        required.check(cells, scope, problems);
        CustomerDetails.check(cells, problems, clock);
        BeneficiaryCheck.check(cells, problems, clock);
        if (scope.accountsOnly() && (cells.accountType() == null || cells.accountType() == GuidesType.FBO)) {
            problems.addInAnyCase(Column.ACCOUNT_TYPE, RowRule.ACCOUNT_NEEDED);
        }
        BankAccount account = account(cells, problems);
        if (scope.published()) {
            PublishedCheck.check(cells, account, scope, problems);
        }
        Customer customer = check(cells, account, problems);
        if (customer == null || problems.hasError()) {
            return new Verdict.Rejected(row, problems.customerId(), problems.list(mapping));
        }
        return new Verdict.Accepted(row, customer, Details.of(cells.values()), problems.list(mapping));
    }

    /** Columns that nobody sends are not looked at; of printable ASCII there is nothing to say. */
    private static void checkCharacters(Cells cells, RowProblems problems) {
        for (Column column : cells.unusual()) {
            String value = cells.value(column);
            if (value != null) {
                TextRule broken = TextRule.checkCharacters(value, SEVERAL_LINES.contains(column));
                if (broken != null) {
                    problems.add(column, broken);
                }
            }
        }
    }

    private @Nullable BankAccount account(Cells cells, RowProblems problems) {
        String written = cells.value(Column.ACCOUNT_TYPE);
        if (written == null) {
            if (cells.haveAny(HeaderReading.OF_ACCOUNT_NUMBERS)) {
                problems.add(Column.ACCOUNT_TYPE, RowRule.ACCOUNT_TYPE_MISSING);
            }
            return null;
        }
        AccountType type = cells.accountType();
        if (type == null) {
            problems.addInAnyCase(
                    Column.ACCOUNT_TYPE,
                    scope.published() ? FieldRule.PUBLISHED_TYPE_UNKNOWN : WordRule.ACCOUNT_TYPE_UNKNOWN);
            return null;
        }
        return type.of(cells::named);
    }

    /** The customer; null where its type is not known, but what can be checked without it has been. */
    private @Nullable Customer check(Cells cells, @Nullable BankAccount account, RowProblems problems) {
        Customer customer = customer(cells, account);
        if (customer != null) {
            // Who tells what is broken directly need not ask first whether anything is.
            if (constraints == direct || !direct.accepts(customer)) {
                constraints.check(customer, problems::add);
            }
            return customer;
        }
        boolean missing = cells.value(Column.CUSTOMER_TYPE) == null;
        problems.addInAnyCase(
                Column.CUSTOMER_TYPE, missing ? PresenceRule.CUSTOMER_FIELD_REQUIRED : WordRule.CUSTOMER_TYPE_UNKNOWN);
        constraints.check(identity(cells), problems::add);
        constraints.check(address(cells), problems::add);
        if (account != null) {
            constraints.check(account, problems::add);
        }
        return null;
    }

    private static @Nullable Customer customer(Cells cells, @Nullable BankAccount account) {
        String type = cells.value(Column.CUSTOMER_TYPE);
        if ("INDIVIDUAL".equals(type)) {
            return new Individual(
                    identity(cells),
                    cells.value(Column.FULL_NAME),
                    cells.value(Column.BIRTH_DATE),
                    address(cells),
                    account);
        }
        if ("BUSINESS".equals(type)) {
            return new Business(
                    identity(cells),
                    cells.value(Column.BUSINESS_LEGAL_NAME),
                    cells.value(Column.BUSINESS_REGISTRATION_NUMBER),
                    cells.value(Column.BUSINESS_TAX_ID),
                    address(cells),
                    account);
        }
        return null;
    }

    private static Identity identity(Cells cells) {
        return new Identity(
                cells.value(Column.PLATFORM_CUSTOMER_ID),
                cells.value(Column.UMA_ADDRESS),
                cells.value(Column.EMAIL),
                cells.value(Column.DESCRIPTION));
    }

    private static Address address(Cells cells) {
        return new Address(
                cells.value(Column.ADDRESS_LINE_1),
                cells.value(Column.ADDRESS_LINE_2),
                cells.value(Column.CITY),
                cells.value(Column.STATE),
                cells.value(Column.POSTAL_CODE),
                cells.value(Column.COUNTRY));
    }
}
