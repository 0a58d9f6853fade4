package dev.gridload.testing;

import dev.gridload.grid.CustomerPage;
import dev.gridload.grid.GridAccount;
import dev.gridload.grid.GridApi;
import dev.gridload.grid.GridCustomer;
import dev.gridload.grid.JobAnswer;
import dev.gridload.grid.SubmitAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A Grid that says what a test tells it to say, for answers that no well-behaved server gives. */
public final class ScriptedGrid implements GridApi {

    /** What Grid's clock says, always. */
    public static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    /** Answers to uploads, in their order. */
    public final Deque<SubmitAnswer> answers = new ArrayDeque<>();
    /** Answers about jobs; the last one is repeated. */
    public final Deque<JobAnswer> jobs = new ArrayDeque<>();
    /** Customers that the list of new ones shows. */
    public final List<GridCustomer> listed = new ArrayList<>();
    /** Customers that only a look-up by id finds. */
    public final List<GridCustomer> hidden = new ArrayList<>();
    /** What was uploaded, header and lines. */
    public final List<String> uploads = new ArrayList<>();
    /** Accounts that the list of every customer shows. */
    public final List<GridAccount> accounts = new ArrayList<>();
    /** Accounts that were to be created: customer and request. */
    public final List<String> accountCalls = new ArrayList<>();
    /** Customers whose accounts were asked for. */
    public final List<String> accountLists = new ArrayList<>();
    /** Ids that were looked up one by one. */
    public final List<String> lookUps = new ArrayList<>();

    @Override
    public Instant now() {
        return NOW;
    }

    @Override
    public SubmitAnswer upload(String header, InputStream lines, long lineBytes) {
        try {
            byte[] bytes = lines.readAllBytes();
            if (bytes.length != lineBytes) {
                throw new AssertionError("announced " + lineBytes + " bytes, sent " + bytes.length);
            }
            uploads.add(header + "\n" + new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answers.remove();
    }

    @Override
    public SubmitAnswer create(String request) {
        uploads.add(request);
        return answers.remove();
    }

    @Override
    public SubmitAnswer createAccount(String gridCustomerId, String request) {
        accountCalls.add(gridCustomerId + " " + request);
        return answers.remove();
    }

    @Override
    public List<GridAccount> accounts(String gridCustomerId) {
        accountLists.add(gridCustomerId);
        return List.copyOf(accounts);
    }

    @Override
    public JobAnswer job(String jobId) {
        return jobs.size() > 1 ? jobs.remove() : jobs.element();
    }

    @Override
    public CustomerPage createdSince(Instant moment, String cursor, boolean withData) {
        return new CustomerPage(List.copyOf(listed), "");
    }

    @Override
    public List<GridCustomer> withPlatformId(String platformCustomerId) {
        lookUps.add(platformCustomerId);
        List<GridCustomer> found = new ArrayList<>(listed);
        found.addAll(hidden);
        found.removeIf(customer -> !customer.platformCustomerId().equals(platformCustomerId));
        return found;
    }
}
