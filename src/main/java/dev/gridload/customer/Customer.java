package dev.gridload.customer;

import dev.gridload.account.BankAccount;
import org.jspecify.annotations.Nullable;

/** A customer as a row of the input describes it, after repairs. */
public sealed interface Customer permits Individual, Business {

    Identity identity();

    Address address();

    /** Null where the row has no account. */
    @Nullable
    BankAccount account();

    /** The value of a column; null where it is empty, and where this kind of customer or account has no such column. */
    default @Nullable String value(Column column) {
        return switch (column) {
            case PLATFORM_CUSTOMER_ID -> identity().platformCustomerId();
            case UMA_ADDRESS -> identity().umaAddress();
            case EMAIL -> identity().email();
            case DESCRIPTION -> identity().description();
            case ADDRESS_LINE_1 -> address().line1();
            case ADDRESS_LINE_2 -> address().line2();
            case CITY -> address().city();
            case STATE -> address().state();
            case POSTAL_CODE -> address().postalCode();
            case COUNTRY -> address().country();
            case CUSTOMER_TYPE -> this instanceof Individual ? "INDIVIDUAL" : "BUSINESS";
            case FULL_NAME -> this instanceof Individual person ? person.fullName() : null;
            case BIRTH_DATE -> this instanceof Individual person ? person.birthDate() : null;
            case BUSINESS_LEGAL_NAME -> this instanceof Business business ? business.businessLegalName() : null;
            case BUSINESS_REGISTRATION_NUMBER ->
                this instanceof Business business ? business.businessRegistrationNumber() : null;
            case BUSINESS_TAX_ID -> this instanceof Business business ? business.businessTaxId() : null;
            case INCORPORATED_ON,
                    BUSINESS_COUNTRY,
                    REGION,
                    CURRENCIES,
                    NATIONALITY,
                    CONSENT_ACCEPTED_AT,
                    CONSENT_IP_ADDRESS,
                    CONSENT_TERMS_VERSION,
                    CONSENT_ACCEPTANCE_METHOD,
                    BENEFICIARY_TYPE,
                    BENEFICIARY_FULL_NAME,
                    BENEFICIARY_BIRTH_DATE,
                    BENEFICIARY_NATIONALITY,
                    BENEFICIARY_LEGAL_NAME,
                    BENEFICIARY_REGISTRATION_NUMBER,
                    BENEFICIARY_TAX_ID,
                    BENEFICIARY_PHONE_NUMBER,
                    BENEFICIARY_ADDRESS_LINE_1,
                    BENEFICIARY_ADDRESS_LINE_2,
                    BENEFICIARY_CITY,
                    BENEFICIARY_STATE,
                    BENEFICIARY_POSTAL_CODE,
                    BENEFICIARY_COUNTRY -> null;
            case ACCOUNT_TYPE -> {
                BankAccount account = account();
                yield account == null ? null : account.type().wireName();
            }
            case PLATFORM_ACCOUNT_ID,
                    ROUTING_NUMBER,
                    ACCOUNT_NUMBER,
                    ACCOUNT_CATEGORY,
                    BANK_NAME,
                    CLABE_NUMBER,
                    PIX_KEY,
                    PIX_KEY_TYPE,
                    IBAN,
                    SWIFT_BIC,
                    VPA,
                    CURRENCY_CODE,
                    PHONE_NUMBER,
                    PROVIDER,
                    BANK_CODE,
                    BRANCH_CODE,
                    WALLET_ADDRESS,
                    ACCOUNT_TAX_ID,
                    ACCOUNT_REGION,
                    BANK_COUNTRY,
                    SORT_CODE,
                    IFSC,
                    RAIL,
                    INTERMEDIARY_BANK_NAME,
                    INTERMEDIARY_ROUTING_NUMBER,
                    FI_TO_FI_INFORMATION,
                    VASP_NAME,
                    INVOICE,
                    BOLT12,
                    LIGHTNING_ADDRESS -> {
                BankAccount account = account();
                yield account == null ? null : account.value(column.header());
            }
        };
    }
}
