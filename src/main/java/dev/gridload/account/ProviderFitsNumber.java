package dev.gridload.account;

import dev.gridload.account.identifier.Breach;
import dev.gridload.account.identifier.ProviderRule;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** The provider is the one to which the prefix of the mobile number was assigned. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ProviderFitsNumber.Check.class)
public @interface ProviderFitsNumber {

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Calls the pure function. */
    final class Check implements ConstraintValidator<ProviderFitsNumber, MobileMoneyAccount> {

        @Override
        public boolean isValid(@Nullable MobileMoneyAccount value, ConstraintValidatorContext context) {
            return value == null
                    || Breach.none(ProviderRule.check(value.phoneNumber(), value.provider()), "provider", context);
        }
    }
}
