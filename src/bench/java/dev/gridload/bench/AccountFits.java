package dev.gridload.bench;

import dev.gridload.account.GuidesType;
import dev.gridload.account.identifier.CadBankRule;
import dev.gridload.account.identifier.ClabeRule;
import dev.gridload.account.identifier.CurrencyRule;
import dev.gridload.account.identifier.DigitsRule;
import dev.gridload.account.identifier.EthereumRule;
import dev.gridload.account.identifier.IbanRule;
import dev.gridload.account.identifier.MobileNumberRule;
import dev.gridload.account.identifier.PixKeyRule;
import dev.gridload.account.identifier.RoutingNumberRule;
import dev.gridload.account.identifier.SparkRule;
import dev.gridload.account.identifier.VpaRule;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The account's number is one of its type; the same functions as the importer's, one for each type. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = AccountFits.Check.class)
public @interface AccountFits {

    String message() default "the account does not fit its type";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** By type. */
    final class Check implements ConstraintValidator<AccountFits, UsualCustomer> {

        @Override
        public boolean isValid(UsualCustomer customer, ConstraintValidatorContext context) {
            if (customer.getAccountType().isEmpty()) {
                return true;
            }
            GuidesType type = GuidesType.parse(customer.getAccountType());
            return type != null && fits(type, customer);
        }

        private static boolean fits(GuidesType type, UsualCustomer customer) {
            return switch (type) {
                case US_ACCOUNT ->
                    RoutingNumberRule.check(customer.getRoutingNumber()) == null
                            && DigitsRule.US_ACCOUNT_NUMBER_FORMAT.check(customer.getAccountNumber()) == null;
                case CLABE -> ClabeRule.check(customer.getClabeNumber()) == null;
                case PIX -> PixKeyRule.check(customer.getPixKey(), customer.getPixKeyType()) == null;
                case IBAN -> IbanRule.check(customer.getIban()) == null;
                case UPI -> VpaRule.check(customer.getVpa()) == null;
                case FBO -> CurrencyRule.check(customer.getCurrencyCode()) == null;
                case NGN_ACCOUNT -> DigitsRule.NGN_ACCOUNT_NUMBER_FORMAT.check(customer.getAccountNumber()) == null;
                case ZAR_ACCOUNT -> DigitsRule.ZAR_ACCOUNT_NUMBER_FORMAT.check(customer.getAccountNumber()) == null;
                case KES_ACCOUNT -> MobileNumberRule.KES_PHONE_FORMAT.check(customer.getPhoneNumber()) == null;
                case TZS_ACCOUNT -> MobileNumberRule.TZS_PHONE_FORMAT.check(customer.getPhoneNumber()) == null;
                case ZMW_ACCOUNT -> MobileNumberRule.ZMW_PHONE_FORMAT.check(customer.getPhoneNumber()) == null;
                case RWF_ACCOUNT -> MobileNumberRule.RWF_PHONE_FORMAT.check(customer.getPhoneNumber()) == null;
                case CAD_ACCOUNT -> CadBankRule.check(customer.getBankCode()) == null;
                case SPARK_WALLET -> SparkRule.check(customer.getWalletAddress()) == null;
                case ETHEREUM_WALLET -> EthereumRule.check(customer.getWalletAddress()) == null;
            };
        }
    }
}
