package io.sluice.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.core.RandomFrames;
import io.sluice.port.Frame;
import io.sluice.port.StoreHealth;

import org.junit.jupiter.api.Test;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

class ProjectorTest {

    private final long seed = System.nanoTime();

    @Test
    void followsTheJournalAndSaysHowFarItIs() throws SQLException {
        List<Frame> frames = RandomFrames.of(seed, 2_000);
        MemoryJournal journal = MemoryJournal.of(frames.subList(0, frames.size() / 2));
        Database database = TestStore.migrated(TestStore.inMemory());
        try (Projector projector = TestStore.projector(journal, database)) {
            projector.start();
            TestStore.awaitAll(projector);
            frames.subList(frames.size() / 2, frames.size()).forEach(journal::append);
            TestStore.awaitAll(projector);

            StoreHealth.Status status = projector.status();
            assertThat(status.connected()).isTrue();
            assertThat(status.behindMillis()).isZero();
            assertThat(status.position()).isEqualTo(journal.durable());
            assertThat(status.events()).isPositive();
            assertThat(status.missing()).isEmpty();
        }
        assertThat(dump(database)).as("seed " + seed).isEqualTo(TestStore.expected(frames));
    }

    @Test
    void aCrashAtAnyCommitChangesNothing() throws SQLException {
        List<Frame> frames = RandomFrames.of(seed, 150);
        List<String> expected = TestStore.expected(frames);
        Database database = TestStore.migrated(TestStore.inMemory());
        int points = frames.size() / 4 + 1;
        for (int point = 0; point < points; point++) {
            for (boolean after : new boolean[] {false, true}) {
                try (Connection connection = database.open()) {
                    Emptying.run(connection);
                }
                crashAt(new Crash(point, after), database, frames);
                try (Connection connection = database.open()) {
                    Projection resumed = Projection.resume(connection, TestStore.FACTS.roles());
                    TestStore.takeAll(resumed, frames);
                    resumed.commit();
                }
                assertThat(dump(database))
                        .as("seed %d, crash at %d, after %s", seed, point, after)
                        .isEqualTo(expected);
            }
        }
    }

    /**
     * @param commit which one fails
     * @param after whether the database did it all the same
     */
    private record Crash(int commit, boolean after) {}

    private static void crashAt(Crash crash, Database database, List<Frame> frames) {
        AtomicInteger commits = new AtomicInteger(-2);
        Flaky.Rule rule =
                new Flaky.Rule() {
                    @Override
                    public boolean failsBefore(Method call) {
                        return isIt(call) && !crash.after() && commits.get() == crash.commit();
                    }

                    @Override
                    public boolean failsAfter(Method call) {
                        return isIt(call) && crash.after() && commits.get() == crash.commit();
                    }

                    private boolean isIt(Method call) {
                        return call.getName().equals("commit");
                    }
                };
        try (Connection connection = new Flaky(database, rule).open()) {
            commits.incrementAndGet();
            Projection projection = Projection.resume(connection, TestStore.FACTS.roles());
            for (int i = 0; i < frames.size(); i++) {
                projection.take((i + 1) * 10L, frames.get(i));
                if (i % 4 == 3) {
                    commits.incrementAndGet();
                    projection.commit();
                }
            }
            commits.incrementAndGet();
            projection.commit();
        } catch (SQLException e) {
            assertThat(e.getMessage()).startsWith("Injected");
            return;
        }
        assertThat(commits.get()).isLessThan(crash.commit());
    }

    @Test
    void failuresAtRandomChangeNothing() throws SQLException {
        List<Frame> frames = RandomFrames.of(seed, 1_500);
        MemoryJournal journal = MemoryJournal.of(frames);
        Database database = TestStore.migrated(TestStore.inMemory());
        Random random = new Random(seed);
        AtomicInteger injected = new AtomicInteger();
        Flaky.Rule rule =
                new Flaky.Rule() {
                    @Override
                    public boolean failsBefore(Method call) {
                        return failsNow(call);
                    }

                    @Override
                    public boolean failsAfter(Method call) {
                        return failsNow(call);
                    }

                    private boolean failsNow(Method call) {
                        int oneIn = call.getName().equals("commit") ? 10 : 20_000;
                        boolean fails = injected.get() < 12 && random.nextInt(oneIn) == 0;
                        if (fails) {
                            injected.incrementAndGet();
                        }
                        return fails;
                    }
                };
        try (Projector projector = TestStore.projector(journal, new Flaky(database, rule))) {
            projector.start();
            TestStore.awaitAll(projector);
            assertThat(projector.status().failures()).isEqualTo(injected.get());
        }
        assertThat(injected.get()).as("seed " + seed).isPositive();
        assertThat(dump(database)).as("seed " + seed).isEqualTo(TestStore.expected(frames));
    }

    @Test
    void aStoreThatIsAwayIsWaitedFor() throws SQLException {
        List<Frame> frames = RandomFrames.of(seed, 300);
        Database database = TestStore.migrated(TestStore.inMemory());
        AtomicBoolean away = new AtomicBoolean(true);
        try (Projector projector =
                TestStore.projector(
                        MemoryJournal.of(frames), new Flaky(database, _ -> away.get()))) {
            projector.start();
            TestStore.await("it failed", () -> projector.status().failures() > 1);
            assertThat(projector.status().connected()).isFalse();
            assertThat(projector.status().lastFailure()).get().asString().contains("Injected");
            assertThat(projector.status().behindBytes()).isPositive();

            away.set(false);
            TestStore.awaitAll(projector);
            assertThat(projector.status().lastFailure()).isEmpty();
        }
        assertThat(dump(database)).isEqualTo(TestStore.expected(frames));
    }

    @Test
    void aRebuildGivesTheSame() throws SQLException {
        List<Frame> frames = RandomFrames.of(seed, 1_000);
        Database database = TestStore.migrated(TestStore.inMemory());
        try (Projector projector = TestStore.projector(MemoryJournal.of(frames), database)) {
            projector.start();
            TestStore.awaitAll(projector);
            spoil(database);
            long before = projector.status().batches();

            projector.rebuild();
            TestStore.await("it began anew", () -> projector.status().batches() > before);
            TestStore.awaitAll(projector);
        }
        assertThat(dump(database)).isEqualTo(TestStore.expected(frames));
        try (Connection connection = database.open()) {
            assertThat(Queries.number(connection, "SELECT COUNT(*) FROM limits")).isEqualTo(1);
        }
    }

    @Test
    void anotherJournalMeansAnotherStore() throws SQLException {
        List<Frame> frames = RandomFrames.of(seed, 400);
        List<Frame> others = RandomFrames.of(seed + 1, 500);
        Database database = TestStore.migrated(TestStore.inMemory());
        run(MemoryJournal.of(frames), database);

        run(MemoryJournal.of(others), database);

        assertThat(dump(database)).isEqualTo(TestStore.expected(others));
    }

    @Test
    void aJournalThatLostItsEndTakesItFromTheStore() throws SQLException {
        List<Frame> frames = RandomFrames.of(seed, 400);
        List<Frame> cut = new ArrayList<>(frames.subList(0, frames.size() - 20));
        Database database = TestStore.migrated(TestStore.inMemory());
        run(MemoryJournal.of(frames), database);

        run(MemoryJournal.of(cut), database);

        assertThat(dump(database)).isEqualTo(TestStore.expected(cut));
    }

    @Test
    void whatIsMissingOfTheJournalIsSaid() throws SQLException {
        List<Frame> frames = RandomFrames.of(seed, 400);
        MemoryJournal journal = MemoryJournal.after(500, frames.subList(50, frames.size()));
        Database database = TestStore.migrated(TestStore.inMemory());
        try (Projector projector =
                new Projector(
                        new Projector.Source(journal, () -> 500),
                        database,
                        TestStore.BATCH,
                        TestStore.FACTS)) {
            projector.start();
            TestStore.awaitAll(projector);

            assertThat(projector.status().missing())
                    .hasValue("the journal between positions 0 and 500 was not there to be read");
        }
    }

    @Test
    void twoRoutersCannotWriteToOneStore() throws SQLException {
        List<Frame> frames = RandomFrames.of(seed, 100);
        Database database = TestStore.migrated(TestStore.inMemory());
        try (Connection one = database.open();
                Connection other = database.open()) {
            Projection first = Projection.resume(one, TestStore.FACTS.roles());
            first.take(10, frames.getFirst());
            first.commit();
            Projection second = Projection.resume(other, TestStore.FACTS.roles());
            second.take(20, frames.get(1));
            second.commit();

            first.take(20, frames.get(1));
            assertThatThrownBy(first::commit).isInstanceOf(SQLException.class);
        }
    }

    private static void run(MemoryJournal journal, Database database) {
        try (Projector projector = TestStore.projector(journal, database)) {
            projector.start();
            TestStore.awaitAll(projector);
        }
    }

    private static void spoil(Database database) throws SQLException {
        try (Connection connection = database.open()) {
            Queries.run(connection, "DELETE FROM orders", "UPDATE positions SET qty = 0");
            connection.commit();
        }
    }

    private static List<String> dump(Database database) throws SQLException {
        try (Connection connection = database.open()) {
            return TestStore.dump(connection);
        }
    }
}
