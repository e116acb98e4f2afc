package io.sluice.core;

import io.sluice.order.Event;
import io.sluice.port.Frame;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The frames of a seeded run of the router, as a journal keeps them. */
public final class RandomFrames {

    private static final String SESSION = "FIX.4.4:SLUICE->OMS44";

    public static List<Frame> of(long seed, int inputs) {
        Rig rig = new Rig();
        RandomDay day = new RandomDay(seed);
        Random random = new Random(seed);
        List<Frame> frames = new ArrayList<>();
        frames.add(frame(rig.now, rig.journal.stream().map(Rig.Happened::event).toList()));
        int sent = 1;
        for (int i = 0; i < inputs; i++) {
            rig.now = rig.now.plusMillis(day.pause());
            List<Event> events = rig.tell(day.next(rig.router));
            if (events.isEmpty()) {
                continue;
            }
            Frame frame = frame(rig.now, events);
            if (random.nextInt(50) == 0) {
                sent = 1;
                frames.add(with(frame, new Frame.FixReset(SESSION, rig.now)));
            } else {
                sent++;
                frames.add(with(frame, new Frame.FixNumbers(SESSION, sent, sent)));
            }
        }
        return List.copyOf(frames);
    }

    private static Frame frame(Instant at, List<Event> events) {
        return new Frame(1, at, events.stream().<Frame.Entry>map(Frame.Happened::new).toList());
    }

    private static Frame with(Frame frame, Frame.Entry entry) {
        List<Frame.Entry> entries = new ArrayList<>(frame.entries());
        entries.add(entry);
        return new Frame(frame.epoch(), frame.at(), List.copyOf(entries));
    }

    private RandomFrames() {}
}
