package io.sluice.engine;

import io.sluice.core.Now;
import io.sluice.core.Router;
import io.sluice.order.Command;
import io.sluice.order.Denial;
import io.sluice.order.Event;
import io.sluice.order.Input;
import io.sluice.order.OrderEvent.OrderReceived;
import io.sluice.port.EventListener;
import io.sluice.port.Frame;
import io.sluice.port.Inbox;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Asks the router, applies what it decides, and tells the listeners. On the engine's thread. */
final class Decisions implements Inbox {

    private static final Logger LOG = LoggerFactory.getLogger(Decisions.class);

    private final Router router;
    private final FrameBuilder frame;
    private final Supplier<Optional<Denial>> orderStop;
    private final List<EventListener> listeners = new CopyOnWriteArrayList<>();
    private final Deque<Input> later = new ArrayDeque<>();
    private boolean telling;

    /**
     * @param orderStop why no new orders are taken at this moment, if so
     */
    Decisions(Router router, FrameBuilder frame, Supplier<Optional<Denial>> orderStop) {
        this.router = router;
        this.frame = frame;
        this.orderStop = orderStop;
    }

    void addListener(EventListener listener) {
        listeners.add(listener);
    }

    @Override
    public List<Event> tell(Input input) {
        if (telling) {
            later.add(input);
            return List.of();
        }
        telling = true;
        try {
            List<Event> events = new ArrayList<>(decideAndTell(input));
            tellLater(events);
            return events;
        } finally {
            tellLater(new ArrayList<>());
            telling = false;
        }
    }

    /** What listeners asked for meanwhile. One that fails does not take the others with it. */
    private void tellLater(List<Event> events) {
        while (!later.isEmpty()) {
            Input next = later.remove();
            try {
                events.addAll(decideAndTell(next));
            } catch (RuntimeException e) {
                LOG.error("ALARM: the router failed on {}", next, e);
            }
        }
    }

    private List<Event> decideAndTell(Input input) {
        Instant at = frame.at();
        List<Event> events = router.decide(input, new Now(at, orderStop.get()));
        List<Event> applied = applyAll(events, at);
        applied.forEach(event -> tellListeners(event, at));
        if (applied.size() < events.size()) {
            giveUp(input, applied);
        }
        return applied;
    }

    /** The event has happened: a listener that fails on it must not keep it from the others. */
    private void tellListeners(Event event, Instant at) {
        for (EventListener listener : listeners) {
            try {
                listener.on(event, router.orders(), at);
            } catch (RuntimeException e) {
                LOG.error("ALARM: {} failed on {}", listener, event, e);
            }
        }
    }

    /**
     * An event joins the frame only after it has been applied: what cannot be, is never journaled.
     */
    private List<Event> applyAll(List<Event> events, Instant at) {
        List<Event> applied = new ArrayList<>(events.size());
        for (Event event : events) {
            try {
                router.apply(event, at);
            } catch (RuntimeException e) {
                LOG.error("ALARM: an event could not be applied and was dropped: {}", event, e);
                return applied;
            }
            frame.add(new Frame.Happened(event));
            applied.add(event);
        }
        return applied;
    }

    private void giveUp(Input input, List<Event> applied) {
        for (Event event : applied) {
            if (event instanceof OrderReceived received && !(input instanceof Command.GiveUp)) {
                later.add(
                        new Command.GiveUp(received.orderId(), "the router failed on this order"));
                return;
            }
        }
        throw new UnableToApplyException(input);
    }
}
