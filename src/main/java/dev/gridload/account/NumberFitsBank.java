package dev.gridload.account;

import dev.gridload.account.identifier.Breach;
import dev.gridload.account.identifier.NubanRule;
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

/** The check digit of a NUBAN fits its bank, where the name of the bank tells its code. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = NumberFitsBank.Check.class)
public @interface NumberFitsBank {

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Calls the pure function. */
    final class Check implements ConstraintValidator<NumberFitsBank, NgnAccount> {

        @Override
        public boolean isValid(@Nullable NgnAccount value, ConstraintValidatorContext context) {
            return value == null
                    || Breach.none(NubanRule.check(value.accountNumber(), value.bankName()), "accountNumber", context);
        }
    }
}
