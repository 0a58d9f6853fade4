package dev.gridload.grid;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** So many calls to Grid at the same time and no more, whoever makes them: several steps may share a pool. */
public final class CallPool {

    private final int calls;
    private final Semaphore free;

    /** @param calls at the same time at most */
    public CallPool(int calls) {
        this.calls = calls;
        // In turn, or the calls of one step could wait for the end of another's.
        this.free = new Semaphore(calls, true);
    }

    /** Calls at the same time at most. */
    public int calls() {
        return calls;
    }

    /**
     * Hands each item to one of the threads and returns when all are done. When one fails, the others end what they have begun.
     *
     * @param next the next item, null when there are no more; asked by one thread at a time
     * @throws RuntimeException the first that a call threw
     */
    public <T> void forEach(Supplier<@Nullable T> next, Consumer<T> call) {
        T first = next.get();
        if (first == null) {
            return;
        }
        AtomicBoolean failed = new AtomicBoolean();
        Queue<T> head = new ArrayDeque<>(List.of(first));
        Supplier<@Nullable T> turns = () -> {
            synchronized (head) {
                T item = head.poll();
                return item == null ? next.get() : item;
            }
        };
        ExecutorService pool = Executors.newFixedThreadPool(calls, CallPool::thread);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < calls; i++) {
                running.add(pool.submit(() -> work(turns, call, failed)));
            }
            awaitAll(running);
        } finally {
            pool.shutdownNow();
        }
    }

    private <T> void work(Supplier<@Nullable T> turns, Consumer<T> call, AtomicBoolean failed) {
        try {
            T item;
            while (!failed.get() && (item = turns.get()) != null) {
                free.acquire();
                try {
                    call.accept(item);
                } finally {
                    free.release();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Sleeper.Interrupted();
        } catch (RuntimeException e) {
            failed.set(true);
            throw e;
        }
    }

    private static void awaitAll(List<Future<?>> running) {
        RuntimeException first = null;
        for (Future<?> one : running) {
            try {
                one.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Sleeper.Interrupted();
            } catch (ExecutionException e) {
                RuntimeException failure = e.getCause() instanceof RuntimeException known
                        ? known
                        : new IllegalStateException(e.getCause());
                if (first == null) {
                    first = failure;
                } else if (first != failure) {
                    first.addSuppressed(failure);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "grid-call");
        thread.setDaemon(true);
        return thread;
    }
}
