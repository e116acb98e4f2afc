package io.sluice.core;

import io.sluice.order.CarriedFields;
import io.sluice.order.Command.Kill;
import io.sluice.order.Command.Rearm;
import io.sluice.order.Denial;
import io.sluice.order.DenialCode;
import io.sluice.order.Event.KillConfirmed;
import io.sluice.order.Event.KillRefused;
import io.sluice.order.Event.KillUnconfirmed;
import io.sluice.order.Event.RearmRefused;
import io.sluice.order.Event.ScopeKilled;
import io.sluice.order.Event.ScopeRearmed;
import io.sluice.order.Order;
import io.sluice.order.OrderEvent.CancelRequested;

import java.util.Optional;

/** Decides on kills and re-arms, and what a running kill does next. */
final class Killing {

    /** Cancels that one frame asks for, so that a large kill holds nobody else up. */
    static final int SLICE = 64;

    /** Orders that a kill which is not confirmed names. */
    private static final int NAMED = 1_000;

    private final Memory memory;

    Killing(Memory memory) {
        this.memory = memory;
    }

    /** The same kill told again leads to nothing new. */
    void kill(Kill it, Decision decision) {
        Optional<Campaign> known = memory.kills.find(it.killId());
        if (known.isEmpty()) {
            decision.add(new ScopeKilled(it.killId(), it.scope(), it.mode(), it.reason(), it.by()));
            if (it.mode().cancels() && !memory.kills.isAnyOpen(it.scope())) {
                decision.add(new KillConfirmed(it.killId(), 0));
            }
        } else if (!isSame(known.get(), it)) {
            Denial denial =
                    Denial.of(
                            DenialCode.DUPLICATE_KILL_ID,
                            "Kill %s is one of %s with mode %s"
                                    .formatted(
                                            it.killId(), known.get().scope(), known.get().mode()));
            decision.add(new KillRefused(it.killId(), it.scope(), it.by(), denial));
        }
    }

    private static boolean isSame(Campaign known, Kill it) {
        return known.scope().equals(it.scope()) && known.mode() == it.mode();
    }

    void rearm(Rearm it, Decision decision) {
        if (memory.kills.isBlocked(it.scope())) {
            decision.add(new ScopeRearmed(it.scope(), it.reason(), it.by()));
        } else {
            Denial denial = Denial.of(DenialCode.NOT_BLOCKED, "No block stands on " + it.scope());
            decision.add(new RearmRefused(it.scope(), it.by(), denial));
        }
    }

    /** One slice of cancels, and what has become of the kills that run. */
    void goOn(Decision decision) {
        for (Campaign campaign : memory.kills.running()) {
            if (campaign.isConfirmable()) {
                decision.add(new KillConfirmed(campaign.id(), campaign.targets()));
            } else if (campaign.isOverdue(decision.at())) {
                decision.add(
                        new KillUnconfirmed(
                                campaign.id(), campaign.left(), campaign.firstLeft(NAMED)));
            }
        }
        memory.kills.due(decision.at(), SLICE).forEach(it -> cancel(it, decision));
    }

    private void cancel(Pursued it, Decision decision) {
        Order order = memory.book.get(it.orderId());
        decision.add(
                new CancelRequested(
                        order.id(),
                        Optional.empty(),
                        decision.newVenueClOrdId(),
                        CarriedFields.NONE,
                        Optional.of("kill " + it.killId()),
                        false));
    }
}
