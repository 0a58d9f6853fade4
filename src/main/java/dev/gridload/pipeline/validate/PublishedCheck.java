package dev.gridload.pipeline.validate;

import dev.gridload.account.BankAccount;
import dev.gridload.account.PublishedAccount;
import dev.gridload.account.Rule;
import dev.gridload.account.identifier.FieldRule;
import dev.gridload.account.identifier.PresenceRule;
import dev.gridload.customer.Column;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks what Grid's published API asks besides what its guides ask: the fields of the account, and what each route needs. */
final class PublishedCheck {

    /** What the call that creates a business needs besides its name and address. */
    private static final List<Column> OF_BUSINESS =
            List.of(Column.BUSINESS_COUNTRY, Column.INCORPORATED_ON, Column.BUSINESS_TAX_ID);

    private static final List<Column> ADDRESS_OF_ANOTHER =
            List.of(Column.BENEFICIARY_ADDRESS_LINE_1, Column.BENEFICIARY_POSTAL_CODE, Column.BENEFICIARY_COUNTRY);

    private final Cells cells;
    private final RowProblems problems;

    private PublishedCheck(Cells cells, RowProblems problems) {
        this.cells = cells;
        this.problems = problems;
    }

    /** @param account null where the row has none, or one of an unknown type */
    static void check(Cells cells, @Nullable BankAccount account, Scope scope, RowProblems problems) {
        PublishedCheck check = new PublishedCheck(cells, problems);
        if (account instanceof PublishedAccount published) {
            check.account(published);
        }
        if (!scope.accountsOnly()) {
            check.customer(scope.upload());
        }
    }

    private void customer(Scope.Upload upload) {
        boolean withoutUma = cells.value(Column.UMA_ADDRESS) == null;
        if (withoutUma && upload == Scope.Upload.ALWAYS) {
            problems.add(Column.UMA_ADDRESS, FieldRule.UMA_REQUIRED);
        }
        boolean byCall = upload == Scope.Upload.NEVER || (withoutUma && upload == Scope.Upload.WHERE_IT_FITS);
        if (byCall && "BUSINESS".equals(cells.value(Column.CUSTOMER_TYPE))) {
            require(OF_BUSINESS, FieldRule.BUSINESS_DETAIL_REQUIRED);
        }
    }

    private void account(PublishedAccount account) {
        boolean another = cells.values().keySet().stream().anyMatch(Column::isOfBeneficiary);
        boolean business = another ? isAnotherBusiness() : "BUSINESS".equals(cells.value(Column.CUSTOMER_TYPE));
        account.type().check(cells::named, business, (name, rule, wanted) -> {
            Column column = Column.named(name);
            if (column != null) {
                add(column, rule, wanted);
            }
        });
        if (!business) {
            for (String detail : account.type().beneficiary()) {
                require(columnsOf(detail, another), PresenceRule.ACCOUNT_FIELD_REQUIRED);
            }
        }
    }

    private void add(Column column, Rule rule, @Nullable String wanted) {
        if (wanted == null) {
            problems.add(column, rule);
        } else {
            problems.add(column, rule, wanted + "; found " + Found.in(cells.value(column)));
        }
    }

    private boolean isAnotherBusiness() {
        String type = cells.value(Column.BENEFICIARY_TYPE);
        return type == null ? cells.value(Column.BENEFICIARY_FULL_NAME) == null : type.equals("BUSINESS");
    }

    /** What every customer must have anyway, a name and an address, is not asked twice. */
    private static List<Column> columnsOf(String detail, boolean another) {
        return switch (detail) {
            case "address" -> another ? ADDRESS_OF_ANOTHER : List.of();
            case "countryOfResidence" -> another ? List.of(Column.BENEFICIARY_COUNTRY) : List.of();
            case "phoneNumber" -> List.of(another ? Column.BENEFICIARY_PHONE_NUMBER : Column.PHONE_NUMBER);
            default -> List.of();
        };
    }

    private void require(List<Column> columns, Rule rule) {
        for (Column column : columns) {
            if (cells.value(column) == null) {
                problems.add(column, rule);
            }
        }
    }
}
