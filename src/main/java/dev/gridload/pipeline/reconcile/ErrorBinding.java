package dev.gridload.pipeline.reconcile;

import dev.gridload.ledger.JobError;
import dev.gridload.ledger.Submissions.CarriedRow;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows that a job's errors speak of. An error names its row by platformCustomerId or by a row number, which may count
 * from 0, from 1 or from the header. A number is believed only when all numbers together fit the rows that Grid does not list.
 */
final class ErrorBinding {

    private static final Pattern NUMBER = Pattern.compile("(?:row[_ -]?)?([0-9]{1,9})");

    private final SentRows sent;
    private final Set<String> ids = new HashSet<>();

    ErrorBinding(SentRows sent) {
        this.sent = sent;
        sent.rows().forEach(row -> ids.add(row.customerId()));
    }

    /** The error of each row that one could be bound to, by platformCustomerId. */
    Map<String, JobError> bind() {
        Map<String, JobError> bound = new HashMap<>();
        Map<Long, JobError> byNumber = new TreeMap<>();
        boolean idsLookLikeNumbers = ids.stream().anyMatch(id -> numberIn(id).isPresent());
        for (JobError error : sent.errors()) {
            String key = error.correlation();
            OptionalLong number = numberIn(key);
            if (key != null && ids.contains(key) && (!idsLookLikeNumbers || number.isEmpty())) {
                bound.putIfAbsent(key, error);
            } else if (number.isPresent()) {
                byNumber.putIfAbsent(number.getAsLong(), error);
            }
        }
        bindNumbers(byNumber, bound);
        return bound;
    }

    private void bindNumbers(Map<Long, JobError> byNumber, Map<String, JobError> bound) {
        if (byNumber.isEmpty()) {
            return;
        }
        // Readings that mean the same rows are one.
        Set<Map<String, JobError>> readings = new HashSet<>();
        Map<String, JobError> asIds = new HashMap<>();
        for (JobError error : byNumber.values()) {
            if (error.correlation() != null && ids.contains(error.correlation())) {
                asIds.put(error.correlation(), error);
            }
        }
        if (asIds.size() == byNumber.size() && noneListed(asIds)) {
            readings.add(asIds);
        }
        for (int first = 0; first <= 2; first++) {
            Map<String, JobError> reading = read(byNumber, first);
            if (reading != null && noneListed(reading)) {
                readings.add(reading);
            }
        }
        if (readings.size() == 1) {
            readings.forEach(bound::putAll);
        }
    }

    /** The rows that the numbers mean when the part's first row has this number; null when one of them means none. */
    private @Nullable Map<String, JobError> read(Map<Long, JobError> byNumber, int first) {
        Map<String, JobError> reading = new HashMap<>();
        for (Map.Entry<Long, JobError> entry : byNumber.entrySet()) {
            long index = entry.getKey() - first;
            if (index < 0 || index >= sent.rows().size()) {
                return null;
            }
            CarriedRow row = sent.rows().get((int) index);
            reading.put(row.customerId(), entry.getValue());
        }
        return reading;
    }

    private boolean noneListed(Map<String, JobError> reading) {
        return reading.keySet().stream().noneMatch(sent.listed()::containsKey);
    }

    private static OptionalLong numberIn(@Nullable String key) {
        if (key == null) {
            return OptionalLong.empty();
        }
        var matcher = NUMBER.matcher(key);
        return matcher.matches() ? OptionalLong.of(Long.parseLong(matcher.group(1))) : OptionalLong.empty();
    }
}
