package io.sluice.core;

import io.sluice.order.Archived;
import io.sluice.order.Event.LookUpEnded;
import io.sluice.order.Event.ReportUnmatched;
import io.sluice.order.ExecType;
import io.sluice.order.Input.LookedUp;
import io.sluice.order.Order;
import io.sluice.order.OrderEvent.InvariantViolated;
import io.sluice.order.OrderEvent.OrderRecalled;
import io.sluice.order.VenueReport.Reported;

import java.util.Optional;

/**
 * Decides what happens to a report on an order that is not in the book: it is kept, its order is
 * looked up, and a report that came late for an order that left memory is booked all the same.
 */
final class Recalling {

    private final Policy policy;
    private final Memory memory;

    /** An order, in the book or recalled into it, and what was booked on it. */
    record Known(Order order, Bookings bookings) {}

    Recalling(Policy policy, Memory memory) {
        this.policy = policy;
        this.memory = memory;
    }

    /** The same report again says nothing new while the first one waits. */
    void unmatched(Reported report, Decision decision) {
        if (memory.lookUps.contain(report)) {
            return;
        }
        String why =
                "No order at %s has the id %s"
                        .formatted(report.venue(), report.execution().request());
        boolean tellsNews = report.execution().execType() != ExecType.ORDER_STATUS;
        if (policy.keepsArchive() && tellsNews && memory.lookUps.isFull()) {
            decision.add(
                    new ReportUnmatched(
                            report, why + ", and " + LookUps.MOST + " look-ups are waiting"));
        } else {
            decision.add(new ReportUnmatched(report, why, policy.keepsArchive() && tellsNews));
        }
    }

    /** The order that the report is to be booked on; an answer that came before counts once. */
    Optional<Known> end(LookedUp it, Decision decision) {
        Reported report = it.report();
        if (!memory.lookUps.contain(report)) {
            return Optional.empty();
        }
        Optional<Known> inBook = inBook(it);
        if (inBook.isEmpty() && it.found().isEmpty()) {
            decision.add(
                    new LookUpEnded(
                            report,
                            Optional.empty(),
                            "No order of %s was ever called %s"
                                    .formatted(report.venue(), report.execution().request())));
            return Optional.empty();
        }
        Known known = inBook.orElseGet(() -> recall(it.found().orElseThrow(), report, decision));
        decision.add(
                new LookUpEnded(
                        report,
                        Optional.of(known.order().id()),
                        known.bookings().contain(report) ? "It was booked before" : "Late"));
        tellForeignId(known, report, decision);
        return Optional.of(known);
    }

    /** An earlier answer may have brought the order back. */
    private Optional<Known> inBook(LookedUp it) {
        return memory.book
                .find(it.report().venue(), it.report().execution().request())
                .or(() -> it.found().flatMap(found -> memory.book.find(found.order().id())))
                .map(order -> new Known(order, memory.book.bookings(order)));
    }

    /** A repeat of what was booked needs no order in memory. */
    private static Known recall(Archived found, Reported report, Decision decision) {
        Known known = new Known(found.order(), Bookings.ofPast(found.booked()));
        if (!known.bookings().contain(report)) {
            decision.add(new OrderRecalled(found.order().id(), found.order(), found.booked()));
        }
        return known;
    }

    private static void tellForeignId(Known known, Reported report, Decision decision) {
        boolean isOurs = known.order().linkOf(report.execution().request()).isPresent();
        if (!isOurs && !known.bookings().contain(report)) {
            decision.add(
                    new InvariantViolated(
                            known.order().id(),
                            "A report names it by OrderID(37) alone; its ClOrdID(11) was %s"
                                    .formatted(report.execution().request())));
        }
    }
}
