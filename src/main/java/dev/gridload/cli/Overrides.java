package dev.gridload.cli;

import dev.gridload.job.JobBuilder;
import dev.gridload.job.Setting;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Settings given on the command line, over those of a job file or the defaults. */
final class Overrides {

    private Overrides() {}

    static void apply(JobBuilder job, Map<Setting, @Nullable String> given) {
        given.forEach((setting, text) -> {
            if (text != null) {
                job.set(setting, text);
            }
        });
    }
}
