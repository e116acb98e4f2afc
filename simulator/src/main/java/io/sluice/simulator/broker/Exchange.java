package io.sluice.simulator.broker;

import io.sluice.simulator.broker.Request.CancelOrder;
import io.sluice.simulator.broker.Request.NewOrder;
import io.sluice.simulator.broker.Request.ReplaceOrder;
import io.sluice.simulator.broker.Request.StatusQuery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The inside of a broker: requests in, reports out, as FIX 4.4 orders them. Single-threaded.
 *
 * <p>There is no I/O here; time comes in with the call and chance from the given generator, so the
 * same calls give the same reports.
 */
final class Exchange {

    private static final Duration SLOWNESS = Duration.ofSeconds(2);

    private final Floor floor = new Floor();
    private final Deque<Delayed> delayed = new ArrayDeque<>();
    private final Tape tape;
    private final Trading trading;
    private final Arrivals arrivals;
    private final Changes changes;

    Exchange(Numbering numbering, RandomGenerator random) {
        this.tape = new Tape(numbering, floor);
        this.trading = new Trading(floor, tape, random);
        this.arrivals = new Arrivals(floor, tape, trading);
        this.changes = new Changes(floor, tape, trading);
    }

    /** Answers a request, or keeps it for later when its symbol is slow. */
    List<Report> receive(Request request, Instant now) {
        if (Handle.SLOW.rules(request.symbol())) {
            delayed.add(new Delayed(now.plus(SLOWNESS), request));
        } else {
            answer(request);
        }
        return tape.take();
    }

    /** Lets time pass: late answers leave and every price moves. */
    List<Report> tick(Instant now) {
        while (!delayed.isEmpty() && !delayed.element().dueAt().isAfter(now)) {
            answer(delayed.remove().request());
        }
        floor.markets().forEach(trading::walk);
        return tape.take();
    }

    /** Takes a report of an earlier run as a fact. */
    void restore(Report report) {
        floor.apply(report);
    }

    /** Whether an order, or a request about one, has used this ClOrdID(11). */
    boolean knows(String clOrdId) {
        return floor.orders().byClOrdId(clOrdId).isPresent();
    }

    private void answer(Request request) {
        switch (request) {
            case NewOrder order -> arrivals.answer(order);
            case CancelOrder cancel -> changes.answer(cancel);
            case ReplaceOrder replace -> changes.answer(replace);
            case StatusQuery query -> arrivals.answer(query);
        }
    }

    private record Delayed(Instant dueAt, Request request) {}
}
