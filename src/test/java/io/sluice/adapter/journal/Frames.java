package io.sluice.adapter.journal;

import io.sluice.port.Frame;
import io.sluice.port.Frame.FixStored;

import java.time.Instant;
import java.util.List;

/** Frames for tests, each with a text of its own. */
final class Frames {

    static final long EPOCH = 7;

    static Frame frame(int number) {
        return frame(number, 40);
    }

    static Frame frame(int number, int textLength) {
        return inEpoch(EPOCH, number, textLength);
    }

    static Frame inEpoch(long epoch, int number, int textLength) {
        String text = ("text of frame " + number + " ").repeat(1 + textLength / 10);
        Frame.Entry entry = new FixStored("FIX.4.4:SLUICE->ALPHA", number, text);
        return new Frame(epoch, Instant.ofEpochSecond(1_800_000_000L + number), List.of(entry));
    }

    private Frames() {}
}
