package dev.gridload.account.identifier;

import dev.gridload.account.Rule;
import jakarta.validation.ConstraintValidatorContext;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/**
 * Hands a broken rule to whoever asks: to Bean Validation as the dynamic payload of the violation, where no text has to be
 * parsed, and to a {@link Listener} as it is.
 */
public final class Breach {

    /** Whoever asks a constraint's validator without Bean Validation. */
    public interface Listener extends ConstraintValidatorContext {

        /**
         * Told of a broken rule.
         *
         * @param component the one to blame where the constraint stands on the whole record; null where it stands on a component
         */
        void broken(Rule rule, @Nullable String component);
    }

    private Breach() {}

    /** False, and the rule as payload, unless {@code broken} is null. */
    public static boolean none(@Nullable Rule broken, ConstraintValidatorContext context) {
        if (broken != null) {
            if (context instanceof Listener listener) {
                listener.broken(broken, null);
            } else {
                context.unwrap(HibernateConstraintValidatorContext.class).withDynamicPayload(broken);
            }
        }
        return broken == null;
    }

    /** The same for a constraint on a whole record that blames one of its components. */
    public static boolean none(@Nullable Rule broken, String component, ConstraintValidatorContext context) {
        if (broken != null) {
            if (context instanceof Listener listener) {
                listener.broken(broken, component);
            } else {
                blame(component, broken, context);
            }
        }
        return broken == null;
    }

    private static void blame(String component, Rule broken, ConstraintValidatorContext context) {
        context.disableDefaultConstraintViolation();
        context.unwrap(HibernateConstraintValidatorContext.class)
                .withDynamicPayload(broken)
                .buildConstraintViolationWithTemplate("")
                .addPropertyNode(component)
                .addConstraintViolation();
    }
}
