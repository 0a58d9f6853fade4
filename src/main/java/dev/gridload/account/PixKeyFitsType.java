package dev.gridload.account;

import dev.gridload.account.identifier.Breach;
import dev.gridload.account.identifier.PixKeyRule;
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

/** The PIX key has the form that its type promises. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PixKeyFitsType.Check.class)
public @interface PixKeyFitsType {

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Calls the pure function. */
    final class Check implements ConstraintValidator<PixKeyFitsType, PixAccount> {

        @Override
        public boolean isValid(@Nullable PixAccount value, ConstraintValidatorContext context) {
            return value == null
                    || Breach.none(PixKeyRule.check(value.pixKey(), value.pixKeyType()), "pixKey", context);
        }
    }
}
