package org.syncgate.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What several people do at the same time. */
final class AtOnce {

    private AtOnce() {}

    /** Does everything at once; answers what came of each, in the given order. */
    @SafeVarargs
    static <T> List<T> all(Supplier<T>... doings) {
        CyclicBarrier ready = new CyclicBarrier(doings.length);
        ExecutorService threads = Executors.newFixedThreadPool(doings.length);
        try {
            List<Future<T>> begun = new ArrayList<>();
            for (Supplier<T> doing : doings) {
                begun.add(threads.submit(() -> {
                    ready.await(20, TimeUnit.SECONDS);
                    return doing.get();
                }));
            }
            List<T> done = new ArrayList<>();
            for (Future<T> one : begun) {
                done.add(one.get(20, TimeUnit.SECONDS));
            }
            return done;
        } catch (Exception e) {
            throw new AssertionError("Something did not come to its end", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
