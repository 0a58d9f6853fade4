package dev.gridload.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageReaderTest {

    private static final Instant MOMENT = Instant.parse("2025-10-03T12:00:00Z");

    private static @Nullable CustomerPage read(String body, boolean withData) {
        return PageReader.read(body.getBytes(StandardCharsets.UTF_8), withData);
    }

    private static CustomerPage page(String body) {
        CustomerPage named = Objects.requireNonNull(read(body, false));
        CustomerPage whole = Objects.requireNonNull(read(body, true));
        // What is asked for with their data are the same customers.
        assertThat(whole.customers().stream()
                        .map(c -> new GridCustomer(c.id(), c.platformCustomerId(), c.createdAt(), CustomerData.NONE)))
                .isEqualTo(named.customers());
        assertThat(whole.nextCursor()).isEqualTo(named.nextCursor());
        assertThat(whole.total()).isEqualTo(named.total());
        return named;
    }

    @Test
    void findsTheCustomersAmongWhateverElseGridSays() {
        CustomerPage page = page("""
                {"object":{"data":[{"id":"no"}]},"data":[
                  {"id":"C1","platformCustomerId":"ada","createdAt":"2025-10-03T12:00:00Z","address":{"id":"deep"},"tags":["id"]},
                  {"platformCustomerId":"bob","id":"C2"}],"hasMore":true,"nextCursor":"next","totalCount":17}""");

        assertThat(page.customers())
                .containsExactly(
                        new GridCustomer("C1", "ada", MOMENT, CustomerData.NONE),
                        new GridCustomer("C2", "bob", null, CustomerData.NONE));
        assertThat(page.nextCursor()).isEqualTo("next");
        assertThat(page.total()).isEqualTo(17);
    }

    @Test
    void leavesOutWhoIsDeletedOrHasNoName() {
        assertThat(page("""
                        {"data":[{"id":"C1","platformCustomerId":"a","isDeleted":true},
                                 {"id":"C2","platformCustomerId":"b","isDeleted":false},
                                 {"id":null,"platformCustomerId":"c"},{"id":{"is":"C4"},"platformCustomerId":"d"},
                                 {"id":"C5"},"C6",[],null,{"id":7,"platformCustomerId":8,"createdAt":"soon"}]}""").customers())
                .containsExactly(
                        new GridCustomer("C2", "b", null, CustomerData.NONE),
                        new GridCustomer("7", "8", null, CustomerData.NONE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"data\":[]}",
                "{\"data\":{\"id\":\"C1\",\"platformCustomerId\":\"a\"},\"nextCursor\":null}",
                "{\"data\":null,\"hasMore\":false,\"nextCursor\":\"next\",\"totalCount\":\"many\"}",
                "{\"hasMore\":false,\"nextCursor\":{\"to\":\"next\"},\"totalCount\":[1]}"
            })
    void endsWhereNothingFollows(String body) {
        CustomerPage page = page(body);

        assertThat(page.customers()).isEmpty();
        assertThat(page.nextCursor()).isEmpty();
        assertThat(page.total()).isEqualTo(-1);
    }

    @Test
    void goesOnWhereGridOnlyNamesTheNextPage() {
        assertThat(page("{\"nextCursor\":\"next\"}").nextCursor()).isEqualTo("next");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"data\"",
                "<html>",
                "{\"data\":[",
                "{\"data\":[{\"id\":\"C1\",\"platformCustomerId\":\"a\"}",
                "{\"data\":[]",
                "{\"data\":[]} and more",
                "{\"data\":[]}{}"
            })
    void takesNothingElseForAPage(String body) {
        assertThat(read(body, false)).isNull();
        assertThat(read(body, true)).isNull();
    }
}
