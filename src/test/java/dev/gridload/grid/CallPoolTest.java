package dev.gridload.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CallPoolTest {

    private final Queue<Integer> work =
            new ConcurrentLinkedQueue<>(IntStream.rangeClosed(1, 300).boxed().toList());
    private final Queue<Integer> done = new ConcurrentLinkedQueue<>();

    @Test
    void doesEachThingOnce() {
        new CallPool(4).forEach(work::poll, done::add);

        assertThat(done).hasSize(300).doesNotHaveDuplicates();
    }

    @Test
    void doesSoManyAtTheSameTime() {
        CyclicBarrier four = new CyclicBarrier(4);
        new CallPool(4).forEach(work::poll, item -> {
            try {
                four.await();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            done.add(item);
        });

        assertThat(done).hasSize(300);
    }

    @Test
    void stepsThatShareItDoNoMoreTogether() throws Exception {
        CallPool pool = new CallPool(2);
        AtomicInteger now = new AtomicInteger();
        Runnable step = () -> pool.forEach(work::poll, item -> {
            int together = now.incrementAndGet();
            Thread.onSpinWait();
            done.add(together);
            now.decrementAndGet();
        });
        Thread other = new Thread(step);
        other.start();
        step.run();
        other.join();

        assertThat(done).hasSize(300).allMatch(together -> together <= 2);
    }

    @Test
    void failureOfOneEndsTheOthersAfterWhatTheyHaveBegun() {
        AtomicInteger begun = new AtomicInteger();
        assertThatThrownBy(() -> new CallPool(4).forEach(work::poll, item -> {
                    begun.incrementAndGet();
                    if (item == 10) {
                        throw new IllegalArgumentException("ten");
                    }
                    done.add(item);
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ten");

        assertThat(done).hasSize(begun.get() - 1).hasSizeLessThan(299);
    }

    @Test
    void startsNoThreadForNothing() {
        new CallPool(4).forEach(() -> null, item -> done.add(1));

        assertThat(done).isEmpty();
    }
}
