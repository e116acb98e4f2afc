package io.sluice.core;

import io.sluice.core.RouterState.Rate;
import io.sluice.order.OmsId;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * When the orders and replaces of each OMS came, for as long as they count: one second by the times
 * of the events, so that a restart gives no fresh budget. For the engine's thread.
 */
final class OrderRates {

    private static final Duration WINDOW = Duration.ofSeconds(1);

    private final Map<OmsId, Deque<Instant>> cameAt = new LinkedHashMap<>();

    void restore(List<Rate> rates) {
        rates.forEach(it -> cameAt.put(it.oms(), new ArrayDeque<>(it.cameAt())));
    }

    List<Rate> all() {
        return cameAt.entrySet().stream()
                .map(it -> new Rate(it.getKey(), List.copyOf(it.getValue())))
                .toList();
    }

    void count(OmsId oms, Instant at) {
        Deque<Instant> times = cameAt.computeIfAbsent(oms, _ -> new ArrayDeque<>());
        Instant gone = at.minus(WINDOW);
        while (!times.isEmpty() && !times.getFirst().isAfter(gone)) {
            times.removeFirst();
        }
        times.addLast(at);
    }

    /** After a clock that went back, times in the future count: too many rather than too few. */
    int inLastSecond(OmsId oms, Instant at) {
        Deque<Instant> times = cameAt.get(oms);
        if (times == null) {
            return 0;
        }
        Instant gone = at.minus(WINDOW);
        int expired = 0;
        for (Instant time : times) {
            if (time.isAfter(gone)) {
                break;
            }
            expired++;
        }
        return times.size() - expired;
    }
}
