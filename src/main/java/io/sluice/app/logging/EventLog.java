package io.sluice.app.logging;

import io.sluice.order.Event;
import io.sluice.order.OrderEvent;
import io.sluice.port.Frame;
import io.sluice.port.Journal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a line for every order, fill, denial, reject, cancel and transition, as the durable
 * journal tells them: off the engine's thread. For one thread.
 */
public final class EventLog implements Journal.FrameReader {

    private static final Logger LOG = LoggerFactory.getLogger("io.sluice.orders");

    @Override
    public void take(long position, Frame frame) {
        if (!LOG.isInfoEnabled()) {
            return;
        }
        for (Frame.Entry entry : frame.entries()) {
            if (entry instanceof Frame.Happened(Event event)) {
                EventLine.of(event).ifPresent(line -> write(position, frame, event, line));
            }
        }
    }

    private static void write(long position, Frame frame, Event event, String line) {
        var entry =
                LOG.atInfo()
                        .addKeyValue("event", event.getClass().getSimpleName())
                        .addKeyValue("eventAt", frame.at().toString())
                        .addKeyValue("position", position);
        if (event instanceof OrderEvent order) {
            entry = entry.addKeyValue("orderId", order.orderId().value());
        }
        entry.log("{}", line);
    }
}
