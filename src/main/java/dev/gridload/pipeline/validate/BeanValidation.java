package dev.gridload.pipeline.validate;

import dev.gridload.account.Rule;
import dev.gridload.account.StatedRule;
import dev.gridload.customer.Column;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.time.Clock;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.engine.HibernateConstraintViolation;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;

/** Runs Bean Validation and reads broken rules from its answer. Thread-safe. */
final class BeanValidation implements Constraints {

    private final Clock clock;
    private @Nullable Validator validator;

    BeanValidation(Clock clock) {
        this.clock = clock;
    }

    /** Made when the first row needs it: starting Bean Validation costs more than checking ten thousand rows. */
    private synchronized Validator validator() {
        Validator made = validator;
        if (made == null) {
            made = Factory.SHARED.usingContext().clockProvider(() -> clock).getValidator();
            validator = made;
        }
        return made;
    }

    /** Has Bean Validation read what there is to read, on a thread of its own, while nobody needs it yet. */
    static void prepare(List<Object> parts) {
        Thread thread = new Thread(() -> parts.forEach(Factory.SHARED.getValidator()::validate), "constraints");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void check(Object part, BiConsumer<Column, Rule> broken) {
        for (ConstraintViolation<Object> violation : validator().validate(part)) {
            HibernateConstraintViolation<?> detailed = violation.unwrap(HibernateConstraintViolation.class);
            Rule rule = detailed.getDynamicPayload(StatedRule.class);
            Column column = Column.ofComponent(lastOf(violation.getPropertyPath()));
            if (rule == null || column == null) {
                throw new IllegalStateException(
                        "A constraint at " + violation.getPropertyPath() + " names no rule or column");
            }
            broken.accept(column, rule);
        }
    }

    private static String lastOf(Path path) {
        String last = "";
        for (Path.Node node : path) {
            last = node.getName() == null ? last : node.getName();
        }
        return last;
    }

    /** Costs a tenth of a second and is the same for every validator. */
    private static final class Factory {

        /** Held, so that its level is not forgotten with it. */
        private static final Logger CHATTER = Logger.getLogger("org.hibernate.validator");

        static final ValidatorFactory SHARED = start();

        /** Java's own logging is set up here and not with the program: it takes a fifth of the time of a small run. */
        private static ValidatorFactory start() {
            CHATTER.setLevel(Level.WARNING);
            // Hibernate Validator's logging facade would otherwise start the whole logging system to say nothing.
            System.setProperty("org.jboss.logging.provider", "jdk");
            return Validation.byProvider(HibernateValidator.class)
                    .configure()
                    .ignoreXmlConfiguration()
                    .messageInterpolator(new ParameterMessageInterpolator())
                    .buildValidatorFactory();
        }
    }
}
