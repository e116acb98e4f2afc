package io.sluice.app;

import io.sluice.adapter.console.OrderViews;
import io.sluice.adapter.fix.FixEvents;
import io.sluice.adapter.fix.FixSide;
import io.sluice.adapter.metrics.RouterMetrics;
import io.sluice.adapter.store.OrderStore;
import io.sluice.port.Journal;
import io.sluice.port.StoreHealth;

import java.util.Optional;

/** What of a running router is measured besides what every router has. */
record Gauges(RouterMetrics metrics) {

    void register(
            OrderViews views, Journal.Following console, FixSide fix, Optional<OrderStore> store) {
        metrics.follower("console", console);
        metrics.gauge(
                "sluice.orders.open",
                "Orders that have not ended",
                views,
                it -> it.counters().open());
        metrics.counter(
                "sluice.fix.dropped.messages",
                "Messages of connections that their session had left already",
                fix.events(),
                FixEvents::dropped);
        store.map(OrderStore::health).ifPresent(this::register);
    }

    private void register(StoreHealth health) {
        metrics.gauge(
                "sluice.store.lag.bytes",
                "Durable journal that is not in the order book store yet",
                health,
                it -> it.status().behindBytes());
        metrics.gauge(
                "sluice.store.lag.seconds",
                "For how long the order book store has not had everything",
                health,
                it -> it.status().behindMillis() / 1_000.0);
        metrics.gauge(
                "sluice.store.connected",
                "1 while the last attempt to write to the order book store succeeded",
                health,
                it -> it.status().connected() ? 1 : 0);
        metrics.counter(
                "sluice.store.failures",
                "Failed attempts to write to the order book store",
                health,
                it -> it.status().failures());
    }
}
