package io.sluice.core;

import io.sluice.core.RouterState.Awaited;
import io.sluice.order.CarriedFields;
import io.sluice.order.Denial;
import io.sluice.order.DenialCode;
import io.sluice.order.Event.DayRolled;
import io.sluice.order.Event.RouterStarted;
import io.sluice.order.Event.VenueCameUp;
import io.sluice.order.Event.VenueWentDown;
import io.sluice.order.Input;
import io.sluice.order.OrdStatus;
import io.sluice.order.Order;
import io.sluice.order.OrderEvent;
import io.sluice.order.OrderEvent.CancelResumed;
import io.sluice.order.OrderEvent.OrderUnknown;
import io.sluice.order.OrderEvent.RequestRejected;
import io.sluice.order.OrderEvent.StatusRequested;
import io.sluice.order.TimeInForce;
import io.sluice.order.VenueClOrdId;
import io.sluice.order.VenueId;
import io.sluice.order.VenueReport.VenueDown;
import io.sluice.order.VenueReport.VenueUp;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Decides what is not known, and asks about it: after a start, when a venue goes or comes, and when
 * it is silent for too long. Never sends anything again.
 */
final class Asking {

    /** How far apart two denials of an order must be, to be believed. */
    static final Duration BETWEEN_DENIALS = Duration.ofSeconds(5);

    /** Why an order is unknown that the venue should have expired. */
    static final String DAY_IS_OVER = "Its trading day is over";

    /** Orders that one decision asks about: a frame has its limit, and the next tick asks on. */
    private static final int MOST_ASKED = 2_000;

    /** Orders that one decision makes unknown: those that are left are found silent later. */
    private static final int MOST_UNKNOWN = 50_000;

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    private final Policy policy;
    private final Memory memory;

    Asking(Policy policy, Memory memory) {
        this.policy = policy;
        this.memory = memory;
    }

    void start(Input.Started it, Decision decision) {
        memory.ids().startedAs(it.instance(), it.epoch());
        decision.add(new RouterStarted(it.instance(), it.epoch(), memory.changedReferences()));
        boolean rolled = roll(decision);
        memory.answers.forEach(
                awaited -> {
                    if (!rolled
                            || !isPastItsDay(memory.book.get(awaited.orderId()), today(decision))) {
                        makeUnknown(awaited, "restart", decision);
                    }
                });
    }

    void up(VenueUp it, Decision decision) {
        if (memory.isUp(it.venue())) {
            return;
        }
        decision.add(new VenueCameUp(it.venue()));
        at(it.venue(), (order, awaited) -> resume(order, awaited, decision));
    }

    void down(VenueDown it, Decision decision) {
        if (!memory.isUp(it.venue())) {
            return;
        }
        decision.add(new VenueWentDown(it.venue(), it.why()));
        at(it.venue(), (_, awaited) -> makeUnknown(awaited, it.why(), decision));
    }

    /**
     * A day that begins forgets orders, and asks about those that should be over; what waits is
     * looked at a tick later.
     */
    void tick(Decision decision) {
        if (!roll(decision)) {
            memory.answers.forEach(
                    awaited -> {
                        askIfSilent(awaited, decision);
                        resumeIfLeft(awaited, decision);
                    });
        }
    }

    /** A refusal says that the order is over, which is open by what we booked. */
    void askIfOver(Order order, OrdStatus said, Decision decision) {
        if (!said.isLive() && !order.isFinal()) {
            askAgain(order, "OrdStatus(39) of a refusal was " + said, decision);
        }
    }

    /** A venue that is down is asked when it comes up. */
    void askAgain(Order order, String why, Decision decision) {
        if (order.unknown().isEmpty()) {
            decision.add(new OrderUnknown(order.id(), why));
        }
        if (order.venue().filter(memory::isUp).isPresent()) {
            ask(order, decision);
        }
    }

    /**
     * Whether a trading day begins. A clock that steps back over a roll begins none; one that was
     * far ahead takes its day back with it, or no day would begin until then.
     */
    private boolean roll(Decision decision) {
        LocalDate day = today(decision);
        LocalDate current = memory.days().current();
        boolean begins = day.isAfter(current) || day.isBefore(current.minusDays(1));
        if (begins) {
            decision.add(new DayRolled(day, Optional.of(policy.daysKept())));
            memory.book.open().stream()
                    .filter(order -> order.unknown().isEmpty() && isPastItsDay(order, day))
                    .limit(MOST_UNKNOWN)
                    .forEach(it -> decision.add(new OrderUnknown(it.id(), DAY_IS_OVER)));
        }
        return begins;
    }

    private LocalDate today(Decision decision) {
        return policy.tradingDay().of(decision.at());
    }

    /** Whether an order that is not good till canceled came on an earlier trading day. */
    boolean isPastItsDay(Order order) {
        return isPastItsDay(order, memory.days().current());
    }

    private boolean isPastItsDay(Order order, LocalDate day) {
        return order.venue().isPresent()
                && order.terms().timeInForce() != TimeInForce.GOOD_TILL_CANCEL
                && policy.tradingDay().of(order.receivedAt()).isBefore(day);
    }

    private void at(VenueId venue, BiConsumer<Order, Awaited> action) {
        memory.answers.forEach(
                awaited -> {
                    Order order = memory.book.get(awaited.orderId());
                    if (order.venue().filter(venue::equals).isPresent()) {
                        action.accept(order, awaited);
                    }
                });
    }

    private void makeUnknown(Awaited awaited, String why, Decision decision) {
        Order order = memory.book.get(awaited.orderId());
        boolean told = order.unknown().isPresent() || order.isFinal();
        if (!told && Answers.isOwed(order, awaited) && decision.count() < MOST_UNKNOWN) {
            decision.add(new OrderUnknown(order.id(), why));
        }
    }

    private static void resume(Order order, Awaited awaited, Decision decision) {
        boolean unknown =
                order.unknown().isPresent() || (order.isFinal() && Answers.isOwed(order, awaited));
        if (unknown && hasRoom(decision)) {
            ask(order, decision);
        }
        for (VenueClOrdId id : awaited.deferred()) {
            if (hasRoom(decision)) {
                decision.add(
                        order.isFinal() ? tooLate(order, id) : new CancelResumed(order.id(), id));
            }
        }
    }

    /** A cancel for which there was no room when its venue came up. */
    private void resumeIfLeft(Awaited awaited, Decision decision) {
        if (awaited.deferred().isEmpty() || !hasRoom(decision)) {
            return;
        }
        Order order = memory.book.get(awaited.orderId());
        if (order.venue().filter(memory::isUp).isEmpty() || order.isFinal()) {
            return;
        }
        for (VenueClOrdId id : awaited.deferred()) {
            if (!Resuming.isBehindUnsettled(order, id)) {
                decision.add(new CancelResumed(order.id(), id));
            }
        }
    }

    /** A cancel that waited for the venue, which has ended the order meanwhile. */
    private static OrderEvent tooLate(Order order, VenueClOrdId cancel) {
        Denial denial = Denial.of(DenialCode.TOO_LATE, "The order is " + order.state());
        return new RequestRejected(
                order.id(),
                cancel,
                Optional.empty(),
                order.ordStatus(),
                denial.text(),
                CarriedFields.NONE);
    }

    private void askIfSilent(Awaited awaited, Decision decision) {
        Order order = memory.book.get(awaited.orderId());
        if (!hasRoom(decision)
                || !order.venue().map(memory::isUp).orElse(false)
                || !Answers.isOwed(order, awaited)
                || !isSilent(order, awaited, decision.at())) {
            return;
        }
        if (order.unknown().isEmpty() && !order.isFinal()) {
            decision.add(new OrderUnknown(order.id(), "The venue does not answer"));
        }
        ask(order, decision);
    }

    private static boolean hasRoom(Decision decision) {
        return decision.asked() < MOST_ASKED;
    }

    private boolean isSilent(Order order, Awaited awaited, Instant now) {
        Instant last =
                isReplaceUnsettled(order)
                        ? awaited.since()
                        : latest(order.lastReportAt(), awaited.since());
        if (awaited.denied().isPresent()) {
            last = latest(last, awaited.denied().get().at());
            return Duration.between(last, now).compareTo(BETWEEN_DENIALS) > 0;
        }
        Duration patience = policy.silentAfter().with(order);
        return Duration.between(last, now).compareTo(pause(patience, awaited.asks())) > 0;
    }

    /** What the order trades meanwhile says nothing of a replace that may be lost. */
    private static boolean isReplaceUnsettled(Order order) {
        return order.links().stream().anyMatch(Resuming::isUnsettled);
    }

    private static Instant latest(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    /** Doubles with every question, up to a minute. */
    private static Duration pause(Duration patience, int asks) {
        Duration longest = patience.compareTo(LONGEST_PAUSE) > 0 ? patience : LONGEST_PAUSE;
        Duration pause = patience;
        for (int i = 0; i < asks && pause.compareTo(longest) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longest) > 0 ? longest : pause;
    }

    private static void ask(Order order, Decision decision) {
        order.latestVenueClOrdId()
                .ifPresent(id -> decision.add(new StatusRequested(order.id(), id)));
    }
}
