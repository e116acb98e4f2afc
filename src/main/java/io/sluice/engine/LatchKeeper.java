package io.sluice.engine;

import io.sluice.order.Command.Kill;
import io.sluice.order.KillId;
import io.sluice.port.KillLatch;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Writes to the latch on a thread of its own, so that a disk that hangs holds no kill up. */
public final class LatchKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LatchKeeper.class);

    /** How long a kill waits for its latch. */
    private static final Duration PATIENCE = Duration.ofMillis(250);

    private final KillLatch latch;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("kill-latch").factory());

    public LatchKeeper(KillLatch latch) {
        this.latch = latch;
    }

    /** What was kept when the router started. */
    List<Kill> kept() {
        return latch.kept();
    }

    /** Begins to keep a kill; the answer, whether it is durable, waits for a moment at most. */
    Supplier<Boolean> keep(Kill kill) {
        CompletableFuture<Void> done =
                CompletableFuture.runAsync(() -> write(() -> latch.keep(kill)), thread);
        return () -> isDone(done);
    }

    private static boolean isDone(CompletableFuture<Void> done) {
        try {
            done.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException e) {
            LOG.error("ALARM: the kill latch failed", e.getCause());
            return false;
        } catch (TimeoutException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What stays behind after a failure is known to the journal, and dropped at the next start. */
    void drop(List<KillId> kills) {
        thread.execute(
                () -> {
                    try {
                        latch.drop(kills);
                    } catch (IOException e) {
                        LOG.error("The kill latch could not drop {}", kills, e);
                    }
                });
    }

    void dropWithout(Predicate<KillId> isToBeKept) {
        List<KillId> done = new ArrayList<>();
        for (Kill kill : latch.kept()) {
            if (!isToBeKept.test(kill.killId())) {
                done.add(kill.killId());
            }
        }
        if (!done.isEmpty()) {
            drop(done);
        }
    }

    private interface Writing {
        void run() throws IOException;
    }

    private static void write(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** What was begun is ended. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The kill latch is still writing at the end");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
