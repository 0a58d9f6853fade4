package dev.gridload.grid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.customer.Column;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerDataTest {

    private static final String SENT = "{\"platformCustomerId\":\"ada-1\",\"customerType\":\"INDIVIDUAL\","
            + "\"umaAddress\":\"$ada@uma.example.com\",\"fullName\":\"Ada Quíll\",\"birthDate\":\"1990-01-31\","
            + "\"email\":\"ada@example.com\",\"address\":{\"line1\":\"1 Main St\",\"postalCode\":\"K1A 0B1\"},"
            + "\"businessInfo\":{\"taxId\":\"12-3456789\"}}";

    private static List<Column> differing(String shown) {
        return CustomerData.ofRequest(SENT).differing(CustomerData.ofRequest(shown));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"email\":\" Ada@Example.COM \"}",
                "{\"fullName\":\"ADA  QUI\u0301LL\"}",
                "{\"birthDate\":\"1990-01-31T00:00:00Z\"}",
                "{\"address\":{\"line1\":\"1 main st\",\"line2\":\"second floor\",\"postalCode\":\"k1a0b1\"}}",
                "{\"businessInfo\":{\"taxId\":\"**-***6789\"}}",
                "{\"region\":\"US\",\"phoneNumber\":\"+15551234567\",\"email\":null,\"umaAddress\":\"\"}",
            })
    void nothingDiffersInWhatGridMayWriteOtherwiseOrNotAtAll(String shown) {
        assertThat(differing(shown)).isEmpty();
    }

    @Test
    void namesTheColumnsThatDiffer() {
        assertThat(differing(
                        "{\"customerType\":\"BUSINESS\",\"umaAddress\":\"$bob@uma.example.com\",\"fullName\":\"Ada Quail\","
                                + "\"birthDate\":\"1990-01-30\",\"email\":\"ada@example.org\",\"address\":{\"line1\":\"2 Main St\"},"
                                + "\"businessInfo\":{\"taxId\":\"12-3456780\"}}"))
                .containsExactly(
                        Column.CUSTOMER_TYPE,
                        Column.UMA_ADDRESS,
                        Column.EMAIL,
                        Column.FULL_NAME,
                        Column.BIRTH_DATE,
                        Column.BUSINESS_TAX_ID,
                        Column.ADDRESS_LINE_1);
    }
}
