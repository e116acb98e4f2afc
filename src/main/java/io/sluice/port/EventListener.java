package io.sluice.port;

import io.sluice.order.Event;
import io.sluice.order.Orders;

import java.time.Instant;

/**
 * Hears of every event once it is applied, on the engine's thread and within the open frame: what
 * it sends leaves when the frame is durable. Not told during recovery.
 */
public interface EventListener {

    void on(Event event, Orders orders, Instant at);
}
