package io.sluice.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.Fixtures;
import io.sluice.engine.EngineState;
import io.sluice.order.CarriedFields;
import io.sluice.order.ClOrdId;
import io.sluice.order.Command;
import io.sluice.order.Denial;
import io.sluice.order.DenialCode;
import io.sluice.order.Event;
import io.sluice.order.Input;
import io.sluice.order.OrderEvent.CancelRequested;
import io.sluice.order.OrderEvent.OrderDenied;
import io.sluice.order.OrderEvent.OrderRouted;
import io.sluice.order.Side;
import io.sluice.order.VenueReport;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A disk that takes no more: orders stop, cancels go on, and nothing that was told is lost. */
class DiskFullTest {

    private static final int MORE_THAN_FIT = 5_000;

    private final Path directory;
    private final TestDisk disk = new TestDisk();
    private final EngineHouse house;

    DiskFullTest(@TempDir Path directory) throws IOException {
        this.directory = directory;
        this.house = EngineHouse.open(directory, disk);
    }

    @BeforeEach
    void anOrderIsThere() {
        tell(new Input.Started("T", 1));
        tell(new VenueReport.VenueUp(Fixtures.ALPHA));
        assertThat(place("C1")).isEmpty();
    }

    @Test
    void ordersAreDeniedWhileCancelsPassUntilThereIsRoomAgain() throws IOException {
        try (house) {
            disk.fill();
            Denial denial = placeUntilDenied();

            assertThat(denial.code()).isEqualTo(DenialCode.JOURNAL_FAILED);
            assertThat(denial.text()).contains("no room for another journal segment");
            assertThat(house.engine().orderStop()).contains(denial);
            assertThat(cancel("C1", "X1")).anyMatch(CancelRequested.class::isInstance);
            await("the cancel to be durable", () -> house.journal().backlog().bytes() == 0);
            assertThat(house.hasFailed()).isFalse();

            disk.makeRoom();
            await("orders to be taken again", () -> house.journal().hasRoomForOrders());
            assertThat(place("AGAIN")).isEmpty();
        }
        assertThat(EngineHouse.stateIn(directory)).isEqualTo(last().state());
    }

    @Test
    void aJournalWithoutAnyRoomFailsAndKeepsAllThatWasReleased() throws IOException {
        List<Event> lastEvents = new ArrayList<>();
        try (house) {
            disk.fill();
            placeUntilDenied();
            for (int i = 0; i < MORE_THAN_FIT && !house.hasFailed(); i++) {
                lastEvents.clear();
                lastEvents.addAll(cancel("C1", "X" + i));
            }

            await("the journal to have failed", house::hasFailed);
            assertThat(lastEvents).anyMatch(CancelRequested.class::isInstance);
            assertThat(house.engine().orderStop().map(Denial::text).orElse(""))
                    .startsWith("JOURNAL_FAILED")
                    .contains("The journal is full");
        }
        disk.makeRoom();
        EngineState recovered = EngineHouse.stateIn(directory);
        List<Long> positions =
                house.steps().stream()
                        .filter(step -> step.state().equals(recovered))
                        .map(EngineHouse.Step::position)
                        .toList();

        assertThat(positions).as("frames after which the router was as recovered").isNotEmpty();
        assertThat(positions.getLast()).isGreaterThanOrEqualTo(house.released());
    }

    private Denial placeUntilDenied() {
        for (int i = 0; i < MORE_THAN_FIT; i++) {
            Optional<Denial> denial = place("O" + i);
            if (denial.isPresent()) {
                return denial.get();
            }
        }
        throw new AssertionError("No order was denied on a full disk");
    }

    /** Why an order is denied, if it is; it is routed otherwise. */
    private Optional<Denial> place(String clOrdId) {
        house.pass(Duration.ofMillis(10));
        List<Event> events =
                tell(
                        new Command.NewOrder(
                                Fixtures.OMS,
                                new ClOrdId(clOrdId),
                                Fixtures.limit(Side.BUY, "1", "AAPL", "187.50"),
                                new CarriedFields("58=" + "x".repeat(200) + "\u0001")));
        Event last = events.getLast();
        assertThat(last).isInstanceOfAny(OrderRouted.class, OrderDenied.class);
        return last instanceof OrderDenied denied ? Optional.of(denied.denial()) : Optional.empty();
    }

    private List<Event> cancel(String orig, String id) {
        return tell(
                new Command.CancelOrder(
                        Fixtures.OMS, new ClOrdId(id), new ClOrdId(orig), CarriedFields.NONE));
    }

    private List<Event> tell(Input input) {
        List<Event> events = new ArrayList<>();
        house.work(() -> events.addAll(house.engine().tell(input)));
        return events;
    }

    private EngineHouse.Step last() {
        return house.steps().getLast();
    }

    private static void await(String what, BooleanSupplier holds) {
        long begin = System.nanoTime();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() - begin > Duration.ofSeconds(60).toNanos()) {
                throw new AssertionError("Waited in vain for " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }
}
