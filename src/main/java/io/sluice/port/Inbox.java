package io.sluice.port;

import io.sluice.order.Event;
import io.sluice.order.Input;

import java.util.List;

/**
 * Where adapters tell the router something. To be called on the engine's thread, within an open
 * frame; other threads put {@link Work} into a {@link Lane}.
 */
public interface Inbox {

    /** Decides, applies and tells the listeners; returns what has happened. */
    List<Event> tell(Input input);
}
