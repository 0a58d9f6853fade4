package dev.gridload.account.identifier;

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

/** Digits only, and as many as the rule allows. */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = DigitCount.Check.class)
public @interface DigitCount {

    DigitsRule value();

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Calls the pure function. */
    final class Check implements ConstraintValidator<DigitCount, CharSequence> {

        private @Nullable DigitsRule rule;

        @Override
        public void initialize(DigitCount constraint) {
            rule = constraint.value();
        }

        @Override
        public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
            return value == null || rule == null || Breach.none(rule.check(value), context);
        }
    }
}
