package io.sluice.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.adapter.journal.DamagedJournalException;
import io.sluice.core.Fixtures;
import io.sluice.engine.EngineState;
import io.sluice.order.CarriedFields;
import io.sluice.order.ClOrdId;
import io.sluice.order.Command;
import io.sluice.order.Event;
import io.sluice.order.Input;
import io.sluice.order.OrderEvent;
import io.sluice.order.OrderId;
import io.sluice.order.Side;
import io.sluice.order.VenueClOrdId;
import io.sluice.order.VenueReport;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A recorded run dies after every frame and in the middle of every frame; what is recovered each
 * time is the state that was recorded after the last whole frame. {@code -Dseed=} repeats a run.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashAtEveryFrameTest {

    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int INPUTS = 180;
    private static final int SNAPSHOT_EVERY = 60;

    private Path directory = Path.of(".");
    private final Random random = new Random(SEED);
    private RecordedRun run = new RecordedRun(Path.of("."), List.of());
    private JournalCopy journal = new JournalCopy(Map.of(), Map.of(), 0);

    @BeforeAll
    void aRunIsRecorded(@TempDir Path made) throws IOException {
        directory = made;
        System.out.println("crash at every frame: seed " + SEED);
        run = RecordedRun.make(directory.resolve("run"), SEED, INPUTS, SNAPSHOT_EVERY);
        journal = JournalCopy.read(run.directory(), run.steps().getFirst().position());

        assertThat(run.steps()).hasSizeGreaterThan(INPUTS / 2);
        assertThat(journal.segments()).hasSizeGreaterThan(2);
        assertThat(journal.snapshots()).isNotEmpty();
    }

    @Test
    void whatIsRecoveredIsTheStateAfterTheLastWholeFrame() throws IOException {
        JournalCopy whole = journal.withoutSnapshots();
        for (int i = 0; i < run.steps().size(); i++) {
            EngineHouse.Step step = run.steps().get(i);
            long end = whole.end(step.position());

            assertThat(recovered(whole.cut(end, 0, random)))
                    .as("cut after frame %d of seed %d", i, SEED)
                    .isEqualTo(step.state());
            if (i + 1 < run.steps().size()) {
                tear(whole, i);
            }
        }
    }

    /** The next frame is written in part: what was not is zero, or what stood there before. */
    private void tear(JournalCopy whole, int i) throws IOException {
        long next = run.steps().get(i + 1).position();
        int length = whole.length(next);
        int[] kinds = {1, 4, 51, 52, length / 2, length - 1, 1 + random.nextInt(length - 1)};
        int written = whole.torn(next, Math.min(kinds[random.nextInt(kinds.length)], length - 1));
        int garbage = 1 + random.nextInt(2 * length);

        assertThat(recovered(whole.cut(next + written, 0, random)))
                .as("%d bytes of frame %d of seed %d", written, i + 1, SEED)
                .isEqualTo(run.steps().get(i).state());
        assertThat(recovered(whole.cut(next + written, garbage, random)))
                .as("%d bytes of frame %d of seed %d, garbage", written, i + 1, SEED)
                .isEqualTo(run.steps().get(i).state());
    }

    @Test
    void aSnapshotAndTheTailGiveTheSameStateAsAllFrames() throws IOException {
        long oldest = journal.snapshots().stream().min(Long::compare).orElseThrow();
        List<EngineHouse.Step> later =
                run.steps().stream().filter(step -> step.position() >= oldest).toList();

        assertThat(later).hasSizeGreaterThan(10);
        for (EngineHouse.Step step : later) {
            JournalCopy cut = journal.cut(journal.end(step.position()), 0, random);

            assertThat(recovered(cut.withSnapshotsUpTo(step.position())))
                    .as("snapshot and tail up to %d of seed %d", step.position(), SEED)
                    .isEqualTo(step.state());
        }
    }

    @Test
    void aFrameThatWasDurableAndIsDamagedRefusesTheStart() throws IOException {
        JournalCopy whole = journal.withoutSnapshots();
        for (EngineHouse.Step step : run.steps()) {
            long at = step.position() + random.nextInt(whole.length(step.position()));
            whole.damaged(at, random).write(scratch());

            assertThatThrownBy(() -> EngineHouse.stateIn(scratch()))
                    .as("byte %d of seed %d", at, SEED)
                    .isInstanceOf(DamagedJournalException.class)
                    .hasMessageContaining("position " + step.position());
        }
    }

    @Test
    void numbersAndIdsGoOnAfterACrashWithoutComingTwice() throws IOException {
        Set<OrderId> orderIds =
                last().router().orders().stream()
                        .map(it -> it.order().id())
                        .collect(Collectors.toSet());
        Set<VenueClOrdId> requests =
                last().router().orders().stream()
                        .flatMap(it -> it.order().links().stream())
                        .flatMap(link -> link.venueClOrdId().stream())
                        .collect(Collectors.toSet());
        for (int i = 0; i < 12; i++) {
            EngineHouse.Step step = run.steps().get(random.nextInt(run.steps().size()));
            journal.withSnapshotsUpTo(step.position())
                    .cut(journal.end(step.position()), 10, random)
                    .write(scratch());

            OrderEvent.OrderRouted routed = goOn();

            assertThat(orderIds).doesNotContain(routed.orderId());
            assertThat(requests).doesNotContain(routed.venueClOrdId());
        }
    }

    /** Starts on what is left, twice, and places an order that both runs then know. */
    private OrderEvent.OrderRouted goOn() throws IOException {
        List<Event> events = new ArrayList<>();
        EngineHouse house = EngineHouse.open(scratch(), 2, 1_000_000);
        try (house) {
            house.work(() -> house.engine().tell(new Input.Started("T", 2)));
            house.work(() -> house.engine().tell(new VenueReport.VenueUp(Fixtures.ALPHA)));
            house.work(() -> events.addAll(house.engine().tell(newOrder())));
        }
        EngineState after = EngineHouse.stateIn(scratch());

        assertThat(after).isEqualTo(house.steps().getLast().state());
        return events.stream()
                .filter(OrderEvent.OrderRouted.class::isInstance)
                .map(OrderEvent.OrderRouted.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("Was not routed: " + events));
    }

    private static Command newOrder() {
        return new Command.NewOrder(
                Fixtures.OMS,
                new ClOrdId("AFTER"),
                Fixtures.limit(Side.BUY, "1", "AAPL", "187.50"),
                CarriedFields.NONE);
    }

    private EngineState last() {
        return run.steps().getLast().state();
    }

    private EngineState recovered(JournalCopy copy) throws IOException {
        return EngineHouse.stateIn(copy.write(scratch()));
    }

    private Path scratch() {
        return directory.resolve("scratch");
    }
}
