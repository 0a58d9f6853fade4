package dev.gridload.customer;

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
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A day of birth, {@code YYYY-MM-DD}, that lies in the past of the clock in force. */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = BirthDate.Check.class)
public @interface BirthDate {

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Calls the pure function. */
    final class Check implements ConstraintValidator<BirthDate, CharSequence> {

        @Override
        public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
            return value == null
                    || Breach.none(
                            BirthDateRule.check(
                                    value,
                                    LocalDate.now(context.getClockProvider().getClock())),
                            context);
        }
    }
}
