package dev.gridload.job;

import dev.gridload.job.JobDefinition.Missed;
import dev.gridload.job.JobDefinition.Notification;
import dev.gridload.job.JobDefinition.Overlap;
import dev.gridload.job.JobDefinition.Schedule;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parts of a job file that say when it runs, and who hears of it afterwards. */
final class Times {

    private static final Expected<ZoneId> ZONE =
            new Expected<>("a time zone such as UTC or America/Mexico_City", "America/Mexico_City", ZoneId::of);
    private static final Expected<URI> URL = new Expected<>(
            "an https address without user name", "https://hooks.example.com/imports", Times::url, false);
    private static final Expected<String> EMAIL = Expected.text(
            "an e-mail address",
            "operations@example.com",
            Pattern.compile("[^\\s@<>,;\"]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+"));
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Section top;
    private final Mistakes mistakes;

    Times(Section top, Mistakes mistakes) {
        this.top = top;
        this.mistakes = mistakes;
    }

    void read(JobBuilder job) {
        Schedule schedule = schedule();
        if (schedule != null) {
            job.schedule = schedule;
        }
        Notification notification = notification();
        if (notification != null) {
            job.notification = notification;
        }
    }

    private @Nullable Schedule schedule() {
        Section section = top.section("schedule");
        if (section == null) {
            return null;
        }
        section.refuseOthers(List.of("cron", "zone", "missed", "overlap"));
        String cron = section.required("cron", CronText.EXPECTED);
        ZoneId zone = section.required("zone", ZONE);
        Missed missed = section.value("missed", Expected.oneOf(Missed.class));
        Overlap overlap = section.value("overlap", Expected.oneOf(Overlap.class));
        return cron == null || zone == null
                ? null
                : new Schedule(
                        cron,
                        zone,
                        Objects.requireNonNullElse(missed, Missed.RUN),
                        Objects.requireNonNullElse(overlap, Overlap.SKIP));
    }

    private @Nullable Notification notification() {
        Section section = top.section("notification");
        if (section == null) {
            return null;
        }
        section.refuseOthers(List.of("url", "email"));
        if (!section.has("url") && !section.has("email")) {
            mistakes.add(section.mark(""), "notification", "names nobody", "Give it a url, an email, or both.");
        }
        return new Notification(section.value("url", URL), section.value("email", EMAIL));
    }

    private static URI url(String text) {
        URI url = URI.create(text);
        boolean loopback = url.getHost() != null && LOOPBACK.contains(url.getHost());
        boolean safe = "https".equals(url.getScheme()) || ("http".equals(url.getScheme()) && loopback);
        return Expected.kept(safe && url.getHost() != null && url.getRawUserInfo() == null, url);
    }
}
