package dev.gridload.pipeline.validate;

import jakarta.validation.ClockProvider;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Valid;
import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells rows that break no rule from the others, without Bean Validation's machinery and without an object a row: the constraints
 * on the records are read once, and their validators, which call the pure functions, are asked directly. It may only accept; what
 * it does not accept, Bean Validation looks at and explains. Thread-safe.
 */
final class QuickAccept {

    private final ConstraintValidatorContext context;

    /** By record class; those of customers and accounts, which are few. */
    private final Map<Class<?>, Checks> checks = new ConcurrentHashMap<>();

    QuickAccept(Clock clock) {
        context = new NoExplanation(() -> clock);
    }

    /** Whether this record, and what hangs on it, breaks no rule. False also means: not known. */
    boolean accepts(Object part) {
        try {
            return sound(part);
        } catch (RuntimeException e) {
            // Bean Validation comes to the same validator and says what ails it.
            return false;
        }
    }

    private boolean sound(Object part) {
        Checks own = checksOf(part.getClass());
        for (ConstraintValidator<Annotation, Object> check : own.whole()) {
            if (!check.isValid(part, context)) {
                return false;
            }
        }
        for (Component component : own.components()) {
            Object value = component.of(part);
            for (ConstraintValidator<Annotation, Object> check : component.checks()) {
                if (!check.isValid(value, context)) {
                    return false;
                }
            }
            if (component.deep() && value != null && !sound(value)) {
                return false;
            }
        }
        return true;
    }

    private Checks checksOf(Class<?> type) {
        Checks known = checks.get(type);
        return known == null ? checks.computeIfAbsent(type, Checks::of) : known;
    }

    /** The constraints of one record class. */
    private record Checks(List<ConstraintValidator<Annotation, Object>> whole, List<Component> components) {

        static Checks of(Class<?> type) {
            List<Component> components = new ArrayList<>();
            for (RecordComponent component : type.getRecordComponents()) {
                AnnotatedElement declared = fieldOf(type, component);
                List<ConstraintValidator<Annotation, Object>> checks = validatorsOf(declared);
                boolean deep = declared.isAnnotationPresent(Valid.class);
                if (deep || !checks.isEmpty()) {
                    components.add(new Component(getter(component), checks, deep));
                }
            }
            return new Checks(validatorsOf(type), List.copyOf(components));
        }

        private static AnnotatedElement fieldOf(Class<?> type, RecordComponent component) {
            try {
                return type.getDeclaredField(component.getName());
            } catch (NoSuchFieldException e) {
                throw new IllegalStateException("a record has a field for each component", e);
            }
        }

        private static MethodHandle getter(RecordComponent component) {
            try {
                MethodHandle handle = MethodHandles.lookup().unreflect(component.getAccessor());
                return handle.asType(handle.type().generic());
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("the records of customers and accounts are public", e);
            }
        }
    }

    /** @param deep whether the value has constraints of its own */
    private record Component(MethodHandle getter, List<ConstraintValidator<Annotation, Object>> checks, boolean deep) {

        @Nullable
        Object of(Object part) {
            try {
                return getter.invokeExact(part);
            } catch (Throwable e) {
                throw new IllegalStateException("an accessor of a record does not throw", e);
            }
        }
    }

    /** How many constraints of this record class are asked, what hangs on it not counted. */
    int constraintsOf(Class<?> type) {
        Checks own = checksOf(type);
        return own.whole().size()
                + own.components().stream().mapToInt(c -> c.checks().size()).sum();
    }

    @SuppressWarnings("unchecked") // Bean Validation's own promise: a constraint's validators take that constraint
    private static List<ConstraintValidator<Annotation, Object>> validatorsOf(AnnotatedElement element) {
        List<ConstraintValidator<Annotation, Object>> validators = new ArrayList<>();
        for (Annotation annotation : element.getAnnotations()) {
            Constraint constraint = annotation.annotationType().getAnnotation(Constraint.class);
            if (constraint != null) {
                for (Class<? extends ConstraintValidator<?, ?>> type : constraint.validatedBy()) {
                    var validator = (ConstraintValidator<Annotation, Object>) made(type);
                    validator.initialize(annotation);
                    validators.add(validator);
                }
            }
        }
        return List.copyOf(validators);
    }

    private static ConstraintValidator<?, ?> made(Class<? extends ConstraintValidator<?, ?>> type) {
        try {
            return type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a constraint's validator cannot be made: " + type.getSimpleName(), e);
        }
    }

    /** Ends the check as soon as a validator has something to say. */
    private record NoExplanation(ClockProvider clockProvider) implements ConstraintValidatorContext {

        @Override
        public ClockProvider getClockProvider() {
            return clockProvider;
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            throw new Broken();
        }

        @Override
        public void disableDefaultConstraintViolation() {
            throw new Broken();
        }

        @Override
        public String getDefaultConstraintMessageTemplate() {
            throw new Broken();
        }

        @Override
        public ConstraintViolationBuilder buildConstraintViolationWithTemplate(String messageTemplate) {
            throw new Broken();
        }
    }

    /** A rule is broken; which one, the slow road finds out. Without a stack, for rows come by the million. */
    private static final class Broken extends RuntimeException {

        Broken() {
            super("a rule is broken", null, false, false);
        }
    }
}
