package dev.gridload.testing;

import dev.gridload.grid.CreatedSpan;
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
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

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
    /** Pages of the list of new customers, where a test wants more than one. */
    public @Nullable BiFunction<CreatedSpan, String, CustomerPage> pages;
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
    /** What each look at a customer finds, as JSON; empty text for one that is gone; the last one is repeated. */
    public final Deque<String> customers = new ArrayDeque<>();
    /** Customers that were to be changed: Grid's id and request. */
    public final List<String> changes = new ArrayList<>();
    /** Grid's ids of customers and accounts that were to be deleted. */
    public final List<String> deletions = new ArrayList<>();
    /** Ids that were looked up one by one. */
    public final List<String> lookUps = Collections.synchronizedList(new ArrayList<>());

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
    public CustomerPage created(CreatedSpan span, String cursor, boolean withData) {
        return pages == null ? new CustomerPage(List.copyOf(listed), "") : pages.apply(span, cursor);
    }

    @Override
    public List<GridCustomer> withPlatformId(String platformCustomerId) {
        lookUps.add(platformCustomerId);
        List<GridCustomer> found = new ArrayList<>(listed);
        found.addAll(hidden);
        found.removeIf(customer -> !customer.platformCustomerId().equals(platformCustomerId));
        return found;
    }

    @Override
    public Optional<String> customer(String gridCustomerId) {
        String found = customers.size() > 1 ? customers.remove() : customers.element();
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    @Override
    public SubmitAnswer change(String gridCustomerId, String request) {
        changes.add(gridCustomerId + " " + request);
        return answers.remove();
    }

    @Override
    public SubmitAnswer delete(String gridCustomerId) {
        deletions.add(gridCustomerId);
        return answers.remove();
    }

    @Override
    public SubmitAnswer deleteAccount(String gridAccountId) {
        deletions.add(gridAccountId);
        return answers.remove();
    }
}
