package dev.gridload.cli;

import dev.gridload.ledger.ImportState;
import dev.gridload.ledger.Progress;
import java.util.Locale;
import java.util.function.Supplier;

/** Shows how far an import is: a bar that is drawn over on a terminal, a plain line every ten seconds elsewhere. */
final class ProgressDisplay implements AutoCloseable {

    private static final int BAR = 28;
    private static final long DRAW_MILLIS = 200;
    private static final long PLAIN_MILLIS = 10_000;

    private final Terminal terminal;
    private final Supplier<Standing> standing;
    private final Thread thread;
    private volatile boolean over;

    ProgressDisplay(Terminal terminal, Supplier<Standing> standing) {
        this.terminal = terminal;
        this.standing = standing;
        this.thread = new Thread(this::show, "progress");
        thread.setDaemon(true);
        thread.start();
    }

    private void show() {
        long pause = terminal.interactive() ? DRAW_MILLIS : PLAIN_MILLIS;
        try {
            while (!over) {
                Thread.sleep(pause);
                Standing now = standing.get();
                if (terminal.interactive()) {
                    terminal.draw("\r\u001b[2K" + line(now));
                } else if (!over) {
                    terminal.say(line(now));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // What ails the database ends the import itself, with its own message; this thread has nothing to add.
            over = true;
        }
    }

    @Override
    public void close() {
        over = true;
        thread.interrupt();
        try {
            thread.join(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (terminal.interactive()) {
            terminal.draw("\r\u001b[2K");
        }
    }

    static String line(Standing standing) {
        Progress now = standing.progress();
        if (now.unstaged() > 0 || standing.state() == ImportState.STAGING) {
            long checked = now.records() - now.unstaged();
            return bar(checked, now.records()) + " checked " + count(checked) + " of " + count(now.records())
                    + " rows, " + count(now.rejected()) + " rejected"
                    + (now.unstaged() > 0 ? "" : "; comparing them with each other");
        }
        long toSend = now.records() - now.rejected() - now.duplicates();
        long ended = now.created() + now.existed() + now.failed() + now.needsOperator();
        String line = bar(ended + now.gridDone() / 2, Math.max(toSend, 1)) + " " + count(ended) + " of " + count(toSend)
                + " customers settled, " + count(now.waiting()) + " waiting, " + count(now.inFlight() + now.polling())
                + " in Grid's hands";
        if (now.inDoubt() > 0) {
            line += ", " + count(now.inDoubt()) + " in doubt";
        }
        if (now.failed() > 0) {
            line += ", " + count(now.failed()) + " failed";
        }
        if (now.inDoubt() > 0 && ended + now.inDoubt() == toSend) {
            line += "; Grid is asked"
                    + (standing.settle() == null ? "" : " for up to " + Words.duration(standing.settle()))
                    + " whether it has what is in doubt, before that is sent again (--settle)";
        }
        return ended == toSend ? line + "; writing the result files" + told(standing) : line;
    }

    private static String told(Standing standing) {
        return standing.told() == 0
                ? ""
                : ": " + count(standing.told()) + " of "
                        + count(standing.progress().records()) + " rows";
    }

    private static String bar(long done, long all) {
        int full = (int) Math.min(BAR, done * BAR / Math.max(all, 1));
        return "[" + "#".repeat(full) + "-".repeat(BAR - full) + "] "
                + String.format(Locale.ROOT, "%3d%%", Math.min(100, done * 100 / Math.max(all, 1)));
    }

    private static String count(long rows) {
        return String.format(Locale.ROOT, "%,d", rows);
    }
}
