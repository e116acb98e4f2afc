package io.sluice.simulation;

import io.sluice.core.Fixtures;
import io.sluice.order.Event;
import io.sluice.order.Input;
import io.sluice.order.VenueReport;

import quickfix.MessageStore;
import quickfix.SessionID;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * A seeded run of the engine, with the state after each frame beside its journal.
 *
 * @param steps one a frame, in order
 */
record RecordedRun(Path directory, List<EngineHouse.Step> steps) {

    private static final String OMS_SESSION = "OMS44";
    private static final String VENUE_SESSION = "ALPHA";

    /**
     * @param snapshotEvery frames between two snapshots
     */
    static RecordedRun make(Path directory, long seed, int inputs, int snapshotEvery)
            throws IOException {
        Random random = new Random(seed);
        EngineHouse house = EngineHouse.open(directory, 1, snapshotEvery);
        try (house) {
            new Day(house, random).run(inputs);
        }
        return new RecordedRun(directory, house.steps());
    }

    /** What happens in a run. */
    private static final class Day {

        private final EngineHouse house;
        private final Random random;
        private final SimulatedOms oms;
        private final SimulatedVenue venue;

        Day(EngineHouse house, Random random) {
            this.house = house;
            this.random = random;
            this.oms = new SimulatedOms(random);
            this.venue = new SimulatedVenue(Fixtures.ALPHA, random);
            house.engine().addListener(venue);
        }

        void run(int inputs) {
            house.work(() -> tell(new Input.Started("T", 1)));
            house.work(() -> tell(new VenueReport.VenueUp(Fixtures.ALPHA)));
            for (int i = 0; i < inputs; i++) {
                house.pass(Duration.ofMillis(random.nextInt(200)));
                house.work(this::one);
            }
        }

        private void one() throws IOException {
            int kind = random.nextInt(100);
            if (kind < 2) {
                store(OMS_SESSION).reset();
            } else if (kind < 4) {
                tell(new VenueReport.VenueDown(Fixtures.ALPHA, "link lost"));
                tell(new VenueReport.VenueUp(Fixtures.ALPHA));
            } else if (kind < 45) {
                store(OMS_SESSION).incrNextTargetMsgSeqNum();
                tell(oms.next());
            } else {
                store(VENUE_SESSION).incrNextTargetMsgSeqNum();
                venue.next(house.engine().orders()).ifPresent(this::tell);
            }
        }

        /** Both sessions say something of what happened, in the same frame. */
        private void tell(Input input) {
            List<Event> events = house.engine().tell(input);
            for (Event event : events) {
                send(random.nextBoolean() ? OMS_SESSION : VENUE_SESSION, event.toString());
            }
        }

        private void send(String session, String text) {
            try {
                MessageStore store = store(session);
                store.set(store.getNextSenderMsgSeqNum(), text);
                store.incrNextSenderMsgSeqNum();
            } catch (IOException e) {
                throw new AssertionError("A store of the journal never fails", e);
            }
        }

        private MessageStore store(String session) {
            return house.stores().create(new SessionID("FIX.4.4", "SLUICE", session));
        }
    }
}
