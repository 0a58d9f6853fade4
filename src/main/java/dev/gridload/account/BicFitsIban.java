package dev.gridload.account;

import dev.gridload.account.identifier.BicIbanRule;
import dev.gridload.account.identifier.Breach;
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

/** The countries of a BIC and an IBAN agree. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = BicFitsIban.Check.class)
public @interface BicFitsIban {

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Calls the pure function. */
    final class Check implements ConstraintValidator<BicFitsIban, IbanAccount> {

        @Override
        public boolean isValid(@Nullable IbanAccount value, ConstraintValidatorContext context) {
            return value == null || Breach.none(BicIbanRule.check(value.swiftBic(), value.iban()), "swiftBic", context);
        }
    }
}
