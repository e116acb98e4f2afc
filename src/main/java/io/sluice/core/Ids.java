package io.sluice.core;

import io.sluice.order.Event;
import io.sluice.order.Event.DuplicateRefused;
import io.sluice.order.Event.InvalidOrderRefused;
import io.sluice.order.Event.RouterEvent;
import io.sluice.order.OrderEvent;
import io.sluice.order.OrderEvent.CancelRequested;
import io.sluice.order.OrderEvent.OrderDenied;
import io.sluice.order.OrderEvent.OrderNotSent;
import io.sluice.order.OrderEvent.OrderReceived;
import io.sluice.order.OrderEvent.OrderRouted;
import io.sluice.order.OrderEvent.ReplaceRequested;

import java.util.Locale;

/**
 * Where all ids of the router come from: its name, the number of its run, and a counter that never
 * begins anew, 19 characters at most, unique for ever.
 */
record Ids(String instance, long epoch, String prefix, long counter) {

    static final Ids NONE = new Ids("", 0, "", 0);

    private static final int EPOCH_LENGTH = 7;
    private static final int COUNTER_LENGTH = 8;
    private static final int RADIX = 36;

    Ids startedAs(String name, long nextEpoch) {
        if (!name.matches("[A-Z0-9]{1,4}")) {
            throw new IllegalStateException(
                    "Instance must be 1 to 4 capitals and digits, was: " + name);
        }
        if (nextEpoch <= epoch) {
            throw new IllegalStateException("Epoch must be above " + epoch + ", was: " + nextEpoch);
        }
        return of(name, nextEpoch, counter);
    }

    static Ids of(String instance, long epoch, long counter) {
        return new Ids(instance, epoch, instance + padded(epoch, EPOCH_LENGTH), counter);
    }

    String id(long number) {
        if (instance.isEmpty()) {
            throw new IllegalStateException("The router has not started: no epoch to make ids of");
        }
        return prefix + padded(number, COUNTER_LENGTH);
    }

    /** Moved on to the highest id that the event gives. */
    Ids after(Event event) {
        long highest = counter;
        for (String id : givenBy(event)) {
            highest = Math.max(highest, numberOf(id));
        }
        return highest == counter ? this : new Ids(instance, epoch, prefix, highest);
    }

    static String[] givenBy(Event event) {
        return switch (event) {
            case OrderReceived e -> ids(e.orderId());
            case OrderDenied e -> ids(e.execId());
            case OrderNotSent e -> ids(e.execId());
            case OrderRouted e -> ids(e.venueClOrdId());
            case CancelRequested e -> ids(e.venueClOrdId());
            case ReplaceRequested e -> ids(e.venueClOrdId());
            case OrderEvent.ByVenue e -> ids(e.execution().execId());
            case InvalidOrderRefused e -> ids(e.orderId(), e.execId());
            case DuplicateRefused e -> ids(e.execId());
            case OrderEvent _, RouterEvent _ -> ids();
        };
    }

    private static String[] ids(Object... ids) {
        String[] texts = new String[ids.length];
        for (int i = 0; i < ids.length; i++) {
            texts[i] = ids[i].toString();
        }
        return texts;
    }

    /** The counter of an id of this run; 0 for any other text. */
    private long numberOf(String id) {
        if (instance.isEmpty()
                || id.length() != prefix.length() + COUNTER_LENGTH
                || !id.startsWith(prefix)) {
            return 0;
        }
        return Long.parseLong(id, prefix.length(), id.length(), RADIX);
    }

    private static String padded(long number, int length) {
        String digits = Long.toString(number, RADIX).toUpperCase(Locale.ROOT);
        if (number < 0 || digits.length() > length) {
            throw new IllegalStateException(
                    number + " has no " + length + " digits of base " + RADIX);
        }
        return "0".repeat(length - digits.length()) + digits;
    }
}
