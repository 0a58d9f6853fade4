package dev.gridload.run;

import dev.gridload.job.FailureLimit;
import dev.gridload.job.JobBuilder;
import dev.gridload.job.JobDefinition;
import dev.gridload.job.JobDefinition.Mapping;
import dev.gridload.job.JobDefinition.Weight;
import dev.gridload.job.Setting;
import dev.gridload.pipeline.validate.RequiredFields;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * How an import is run, as the ledger keeps it, so that it can be continued by its number alone.
 *
 * @param set setting key to its text
 * @param weights code of a rule to its weight in this import; null in what older versions wrote
 * @param required fields that Grid requires for a currency; null in what older versions wrote
 */
record StoredSettings(
        Map<String, String> set,
        Mapping mapping,
        @Nullable Map<String, Weight> weights,
        @Nullable Map<String, Set<String>> required) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static String toJson(JobDefinition job, RequiredFields required) {
        Map<String, String> set = new TreeMap<>();
        set.put(Setting.NAME.key(), job.name());
        set.put(Setting.RULES.key(), lower(job.rules().set()));
        set.put(Setting.STRICT.key(), Boolean.toString(job.rules().strict()));
        set.put(Setting.PROFILE.key(), lower(job.sending().profile()));
        set.put(Setting.ROUTE.key(), lower(job.sending().route()));
        set.put(Setting.MODE.key(), lower(job.sending().mode()));
        set.put(Setting.PART_ROWS.key(), Integer.toString(job.sending().partRows()));
        set.put(Setting.PART_BYTES.key(), job.sending().partBytes() + "B");
        set.put(Setting.JOBS.key(), Integer.toString(job.sending().jobs()));
        set.put(Setting.SETTLE.key(), job.sending().settle().toSeconds() + "s");
        set.put(Setting.ACCOUNTS.key(), lower(job.accounts().route()));
        set.put(Setting.ACCOUNTS_ONLY.key(), Boolean.toString(job.accounts().only()));
        if (job.accounts().calls() != null) {
            set.put(Setting.CALLS.key(), Integer.toString(job.accounts().calls()));
        }
        if (job.accounts().waitActive() != null) {
            set.put(Setting.WAIT_ACTIVE.key(), job.accounts().waitActive().toSeconds() + "s");
        }
        if (job.sending().rate() != null) {
            set.put(Setting.RATE.key(), job.sending().rate().toPlainString());
        }
        FailureLimit limit = job.sending().maxFailures();
        if (limit instanceof FailureLimit.Rows rows) {
            set.put(Setting.MAX_FAILURES.key(), Long.toString(rows.most()));
        } else if (limit instanceof FailureLimit.Percent percent) {
            set.put(Setting.MAX_FAILURES.key(), percent.most().toPlainString() + "%");
        }
        return JSON.writeValueAsString(
                new StoredSettings(set, job.mapping(), job.rules().overrides(), required.byCurrency()));
    }

    /** The same, with every account by a call of its own. */
    static String accountsApart(String json) {
        StoredSettings stored = JSON.readValue(json, StoredSettings.class);
        Map<String, String> set = new TreeMap<>(stored.set());
        set.put(Setting.ACCOUNTS.key(), lower(JobDefinition.AccountRoute.EXTERNAL));
        return JSON.writeValueAsString(new StoredSettings(set, stored.mapping(), stored.weights(), stored.required()));
    }

    static JobDefinition fromJson(String json) {
        StoredSettings stored = JSON.readValue(json, StoredSettings.class);
        JobBuilder job = JobDefinition.defaults().toBuilder().mapping(stored.mapping());
        for (Setting setting : Setting.values()) {
            String text = stored.set().get(setting.key());
            if (text != null) {
                job.set(setting, text);
            }
        }
        if (stored.weights() != null) {
            stored.weights().forEach(job::weigh);
        }
        return job.build();
    }

    static RequiredFields required(String json) {
        Map<String, Set<String>> stored =
                JSON.readValue(json, StoredSettings.class).required();
        return stored == null ? RequiredFields.NONE : new RequiredFields(stored);
    }

    private static String lower(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
