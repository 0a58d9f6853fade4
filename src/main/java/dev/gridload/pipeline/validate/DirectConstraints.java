package dev.gridload.pipeline.validate;

import dev.gridload.account.Rule;
import dev.gridload.account.identifier.Breach;
import dev.gridload.customer.Cell;
import dev.gridload.customer.Column;
import jakarta.validation.ClockProvider;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks the validators of the constraints themselves, which call the pure functions: the constraints on the records are read
 * once, and Bean Validation's machinery stays out of it. Its verdicts are the same, as a test holds it to.
 */
final class DirectConstraints implements Constraints {

    private final Clock clock;

    /** By record class; those of customers and accounts, which are few. */
    private final Map<Class<?>, Checks> checks = new ConcurrentHashMap<>();

    DirectConstraints(Clock clock) {
        this.clock = clock;
    }

    /** Whether this record, and what hangs on it, breaks no rule. */
    boolean accepts(Object part) {
        AtomicBoolean sound = new AtomicBoolean(true);
        check(part, (column, rule) -> sound.set(false));
        return sound.get();
    }

    @Override
    public void check(Object part, BiConsumer<Column, Rule> broken) {
        check(part, new Witness(clock, broken));
    }

    private void check(Object part, Witness witness) {
        Checks own = checksOf(part.getClass());
        ask(own.whole(), part, "", witness);
        List<Component> components = own.components();
        for (int i = 0; i < components.size(); i++) {
            Component component = components.get(i);
            Object value = component.of(part);
            Object asked = value instanceof String text ? Cell.asked(text) : value;
            ask(component.checks(), asked, component.name(), witness);
            if (component.deep() && value != null) {
                check(value, witness);
            }
        }
    }

    private static void ask(
            List<ConstraintValidator<Annotation, Object>> checks,
            @Nullable Object value,
            String component,
            Witness witness) {
        witness.component = component;
        for (int i = 0; i < checks.size(); i++) {
            witness.heard = false;
            if (!checks.get(i).isValid(value, witness) && !witness.heard) {
                throw new IllegalStateException("A constraint at " + component + " names no rule");
            }
        }
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
                    components.add(new Component(component.getName(), getter(component), checks, deep));
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
    private record Component(
            String name, MethodHandle getter, List<ConstraintValidator<Annotation, Object>> checks, boolean deep) {

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

    /** Finds the column to blame. What else validators expect around them is not needed where rules are told as they are. */
    private static final class Witness implements Breach.Listener {
        private final Clock clock;
        private final BiConsumer<Column, Rule> broken;
        private String component = "";
        private boolean heard;

        Witness(Clock clock, BiConsumer<Column, Rule> broken) {
            this.clock = clock;
            this.broken = broken;
        }

        @Override
        public void broken(Rule rule, @Nullable String blamed) {
            String name = blamed == null ? component : blamed;
            Column column = Column.ofComponent(name);
            if (column == null) {
                throw new IllegalStateException("A constraint at " + name + " names no column");
            }
            heard = true;
            broken.accept(column, rule);
        }

        @Override
        public ClockProvider getClockProvider() {
            return () -> clock;
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void disableDefaultConstraintViolation() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String getDefaultConstraintMessageTemplate() {
            throw new UnsupportedOperationException();
        }

        @Override
        public ConstraintViolationBuilder buildConstraintViolationWithTemplate(String messageTemplate) {
            throw new UnsupportedOperationException();
        }
    }
}
