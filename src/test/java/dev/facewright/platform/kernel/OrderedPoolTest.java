package dev.facewright.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OrderedPoolTest {
    @Test
    void resultsComeInTheOrderOfSubmissionWhicheverIsDoneFirst() throws Exception {
        List<Integer> results = new ArrayList<>();
        CountDownLatch secondIsDone = new CountDownLatch(1);
        try (OrderedPool<Integer> pool = new OrderedPool<>("test", 2, 2, results::add)) {
            pool.submit(() -> {
                secondIsDone.await();
                return 1;
            });
            pool.submit(() -> {
                secondIsDone.countDown();
                return 2;
            });
            pool.drain();
        }
        assertThat(results).containsExactly(1, 2);
    }

    @Test
    void noMoreAreUnderWayThanWereAllowed() throws Exception {
        AtomicInteger submitted = new AtomicInteger();
        List<Integer> whenHandedOn = new ArrayList<>();
        try (OrderedPool<Integer> pool = new OrderedPool<>("test", 1, 3, done -> whenHandedOn.add(submitted.get()))) {
            for (int i = 0; i < 5; i++) {
                pool.submit(() -> 0);
                submitted.incrementAndGet();
            }
            assertThat(whenHandedOn).containsExactly(3, 4);
            pool.drain();
        }
        assertThat(whenHandedOn).hasSize(5);
    }

    @Test
    void whatATaskThrowsReachesWhoSubmitted() throws Exception {
        try (OrderedPool<Integer> pool = new OrderedPool<>("test", 1, 1, done -> {})) {
            pool.submit(() -> {
                throw new IllegalArgumentException("of the task");
            });
            assertThatThrownBy(pool::drain)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("of the task");
        }
    }

    @Test
    void nothingIsDoneAfterItIsClosed() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        List<String> written = new CopyOnWriteArrayList<>();
        try (OrderedPool<Integer> pool = new OrderedPool<>("test", 1, 1, done -> {})) {
            pool.submit(() -> {
                begun.countDown();
                for (long end = System.nanoTime() + 50_000_000; System.nanoTime() < end; ) {
                    Thread.onSpinWait(); // a put that no interrupt stops
                }
                written.add("late");
                return 1;
            });
            begun.await();
        }
        assertThat(written).containsExactly("late");
    }
}
