package dev.gridload.account.identifier;

import dev.gridload.account.Rule;
import jakarta.validation.ConstraintValidatorContext;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Hands a broken rule to Bean Validation as the dynamic payload of the violation, where no text has to be parsed. */
public final class Breach {

    private Breach() {}

    /** False, and the rule as payload, unless {@code broken} is null. */
    public static boolean none(@Nullable Rule broken, ConstraintValidatorContext context) {
        if (broken != null) {
            context.unwrap(HibernateConstraintValidatorContext.class).withDynamicPayload(broken);
        }
        return broken == null;
    }

    /** The same for a constraint on a whole record that blames one of its components. */
    public static boolean none(@Nullable Rule broken, String component, ConstraintValidatorContext context) {
        if (broken != null) {
            context.disableDefaultConstraintViolation();
            context.unwrap(HibernateConstraintValidatorContext.class)
                    .withDynamicPayload(broken)
                    .buildConstraintViolationWithTemplate("")
                    .addPropertyNode(component)
                    .addConstraintViolation();
        }
        return broken == null;
    }
}
