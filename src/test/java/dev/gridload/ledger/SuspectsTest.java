package dev.gridload.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.customer.RowKeys;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SuspectsTest {

    private static List<String> records(Suspects suspects) {
        CopyText rows = suspects.records();
        return new String(rows.array(), 0, rows.length(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    @Test
    void rowWhoseCustomerUmaOrAccountWasThereIsSuspected() {
        Suspects suspects = new Suspects(6);
        suspects.look(1, new RowKeys(10, 20, 30, 40));
        suspects.look(2, new RowKeys(11, 21, 31, 40));
        suspects.look(3, new RowKeys(10, 22, 32, 41));
        suspects.look(4, new RowKeys(12, 21, 33, 42));
        suspects.look(5, new RowKeys(13, 23, 30, 43));
        suspects.look(6, new RowKeys(14, 0, 0, 44));

        assertThat(records(suspects)).containsExactly("3", "4", "5");
        assertThat(suspects.areAllOf(6)).isTrue();
    }

    @Test
    void nothingIsNoKeyThatTwoRowsHaveInCommon() {
        Suspects suspects = new Suspects(2);
        suspects.look(1, new RowKeys(10, 0, 0, 0));
        suspects.look(2, new RowKeys(11, 0, 0, 0));

        assertThat(records(suspects)).isEmpty();
    }

    @Test
    void rowsThatPassedByElsewhereMayRepeatAnything() {
        Suspects suspects = new Suspects(2);
        suspects.look(1, new RowKeys(10, 0, 0, 0));

        assertThat(suspects.areAllOf(2)).isFalse();
        assertThat(SeenRows.none().suspects().areAllOf(0)).isFalse();
    }

    @Test
    void noRepetitionEscapesAndFewAreSuspectedForNothing() {
        Random random = new Random(6);
        int rows = 50_000;
        Suspects suspects = new Suspects(rows);
        Set<Long> ids = new HashSet<>();
        Set<Long> accounts = new HashSet<>();
        Set<String> repeated = new HashSet<>();
        long[] known = random.longs(rows).toArray();
        for (int record = 1; record <= rows; record++) {
            long id = random.nextInt(20) == 0 ? known[random.nextInt(rows)] : random.nextLong();
            long account = random.nextInt(20) == 0 ? known[random.nextInt(rows)] : random.nextLong();
            suspects.look(record, new RowKeys(id, 0, account, random.nextLong()));
            boolean newId = ids.add(id);
            boolean newAccount = accounts.add(account);
            if (!newId || !newAccount) {
                repeated.add(Integer.toString(record));
            }
        }

        assertThat(repeated).isNotEmpty();
        assertThat(records(suspects)).containsAll(repeated).hasSizeLessThan(2 * repeated.size() + rows / 100);
        assertThat(suspects.areAllOf(rows)).isTrue();
    }

    @Test
    void whereNearlyEverythingRepeatsNoSuspectsAreKept() {
        Suspects suspects = new Suspects(300_000);
        for (int record = 1; record <= 300_000; record++) {
            suspects.look(record, new RowKeys(7, 0, 0, 0));
        }

        assertThat(suspects.areAllOf(300_000)).isFalse();
        assertThat(records(suspects)).isEmpty();
    }
}
