package dev.gridload.pipeline.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.account.GuidesType;
import dev.gridload.customer.Address;
import dev.gridload.customer.Business;
import dev.gridload.customer.Identity;
import dev.gridload.customer.Individual;
import jakarta.validation.Validation;
import jakarta.validation.metadata.BeanDescriptor;
import jakarta.validation.metadata.PropertyDescriptor;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;

class DirectConstraintsTest {

    private final DirectConstraints direct = new DirectConstraints(TestRows.CLOCK);

    @Test
    void asksEveryConstraintThatBeanValidationKnows() {
        try (var factory = Validation.byProvider(HibernateValidator.class)
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()) {
            for (Class<?> type : checkedTypes()) {
                BeanDescriptor known = factory.getValidator().getConstraintsForClass(type);
                int constraints = known.getConstraintDescriptors().size();
                for (PropertyDescriptor property : known.getConstrainedProperties()) {
                    constraints += property.getConstraintDescriptors().size();
                }
                assertThat(direct.constraintsOf(type)).as(type.getSimpleName()).isEqualTo(constraints);
                assertThat(constraints).as(type.getSimpleName()).isPositive();
            }
        }
    }

    @Test
    void acceptsARecordThatBreaksNoRule() {
        assertThat(direct.accepts(new Address("1 Main St", null, "Austin", "TX", "78701", "US")))
                .isTrue();
        assertThat(direct.accepts(new Address("1 Main St", null, null, "TX", "78701", "US")))
                .isFalse();
        assertThat(direct.accepts(new Address("1 Main St", null, "Austin", "TX", "78701", "USA")))
                .isFalse();
        assertThat(direct.accepts(
                        GuidesType.IBAN.of(column -> column.equals("iban") ? "DE89370400440532013001" : null)))
                .isFalse();
    }

    private static List<Class<?>> checkedTypes() {
        List<Class<?>> types =
                new ArrayList<>(List.of(Identity.class, Address.class, Business.class, Individual.class));
        for (GuidesType type : GuidesType.values()) {
            types.add(type.of(column -> null).getClass());
        }
        return types;
    }
}
