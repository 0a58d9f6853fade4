package dev.gridload.job;

import java.util.Set;

/** The columns of the CSV in Grid's guide. */
final class GridColumns {

    static final Set<String> ALL = Set.of(
            "umaAddress",
            "platformCustomerId",
            "customerType",
            "fullName",
            "birthDate",
            "addressLine1",
            "city",
            "state",
            "postalCode",
            "country",
            "accountType",
            "accountNumber",
            "bankName",
            "platformAccountId",
            "businessLegalName",
            "routingNumber",
            "accountCategory");

    /** Some codes of rules that a job may weigh otherwise. */
    static final Set<String> RULES = Set.of("ABA_CHECKSUM", "NAME_UNUSUAL", "CLABE_BANK_UNKNOWN");

    private GridColumns() {}
}
