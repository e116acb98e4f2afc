package io.sluice.port;

/**
 * How long messages took through the router, from their arrival to the release of what they caused.
 * Safe for any thread.
 *
 * @param orders from the OMS's message being parsed to the order's or replace's bytes being given
 *     to the broker's socket, durable
 * @param reports from the broker's message being parsed to the report's bytes being given to the
 *     OMS's socket, durable
 */
public record Latencies(Durations orders, Durations reports) {

    public Latencies() {
        this(new Durations(), new Durations());
    }
}
