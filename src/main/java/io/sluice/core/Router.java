package io.sluice.core;

import io.sluice.order.Command.CancelByOperator;
import io.sluice.order.Command.CancelOrder;
import io.sluice.order.Command.GiveUp;
import io.sluice.order.Command.InvalidOrder;
import io.sluice.order.Command.InvalidRequest;
import io.sluice.order.Command.Kill;
import io.sluice.order.Command.NewOrder;
import io.sluice.order.Command.Rearm;
import io.sluice.order.Command.ReplaceOrder;
import io.sluice.order.Command.StopUnsent;
import io.sluice.order.Event;
import io.sluice.order.Input;
import io.sluice.order.KillId;
import io.sluice.order.LimitInForce;
import io.sluice.order.Orders;
import io.sluice.order.VenueId;
import io.sluice.order.VenueReport.MessageBounced;
import io.sluice.order.VenueReport.OrderUnknownToVenue;
import io.sluice.order.VenueReport.Reported;
import io.sluice.order.VenueReport.RequestRejected;
import io.sluice.order.VenueReport.Unreadable;
import io.sluice.order.VenueReport.VenueDown;
import io.sluice.order.VenueReport.VenueUp;
import io.sluice.risk.Exposures;
import io.sluice.risk.Gate;
import io.sluice.risk.Limits;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The heart of the router: told something, it decides what happens next.
 *
 * <p>{@link #decide} only looks and {@link #apply} only changes, so applying the journal again
 * rebuilds the same router. For the engine's thread.
 */
public final class Router {

    private final Limits limits;
    private final Memory memory;
    private final Placing placing;
    private final Changing changing;
    private final Reporting reporting;
    private final Rejecting rejecting;
    private final Asking asking;
    private final Ending ending;
    private final Resuming resuming;
    private final Killing killing;

    public Router(Policy policy) {
        limits = policy.limits();
        memory = new Memory(policy);
        Gate gate = Gate.of(policy.limits(), policy.accounts());
        placing = new Placing(policy, gate, memory);
        changing = new Changing(policy, gate, memory);
        asking = new Asking(policy, memory);
        Denying denying = new Denying(policy, memory, asking);
        reporting = new Reporting(policy, memory, asking, denying);
        rejecting = new Rejecting(memory, asking, denying);
        ending = new Ending(memory);
        resuming = new Resuming(memory);
        killing = new Killing(memory);
    }

    /** A router that remembers what another one did; the policy need not be the same. */
    public static Router restored(Policy policy, RouterState state) {
        Router router = new Router(policy);
        router.memory.restore(state);
        return router;
    }

    /** What the input leads to. Every event is to be applied, one after the other. */
    public List<Event> decide(Input input, Now now) {
        Decision decision = new Decision(now, memory.ids());
        switch (input) {
            case NewOrder it -> placing.place(it, decision);
            case InvalidOrder it -> placing.refuse(it, decision);
            case InvalidRequest it -> changing.refuse(it, decision);
            case GiveUp it -> rejecting.giveUp(it, decision);
            case CancelOrder it -> changing.cancel(it, decision);
            case CancelByOperator it -> changing.cancel(it, decision);
            case ReplaceOrder it -> changing.replace(it, decision);
            case StopUnsent it -> rejecting.stop(it, decision);
            case Reported it -> reporting.book(it, decision);
            case RequestRejected it -> rejecting.reject(it, decision);
            case MessageBounced it -> rejecting.bounce(it, decision);
            case OrderUnknownToVenue it -> rejecting.unknown(it, decision);
            case Unreadable it -> decision.add(new Event.ReportUnmatched(it, it.why()));
            case VenueUp it -> asking.up(it, decision);
            case VenueDown it -> asking.down(it, decision);
            case Input.LookedUp it -> reporting.book(it, decision);
            case Kill it -> killing.kill(it, decision);
            case Rearm it -> killing.rearm(it, decision);
            case Input.GoOnKilling _ -> killing.goOn(decision);
            case Input.Tick _ -> asking.tick(decision);
            case Input.Started it -> asking.start(it, decision);
        }
        ending.answer(decision);
        resuming.resume(decision);
        return decision.events();
    }

    /**
     * Takes an event into the memory. An event that does not fit what came before fails, and then
     * nothing has changed.
     */
    public void apply(Event event, Instant at) {
        memory.apply(event, at);
    }

    /** The orders, to look at; they change with every event. */
    public Orders orders() {
        return memory.book;
    }

    /** Positions, open quantities and the day's profit, to look at. */
    public Exposures exposures() {
        return memory;
    }

    /** Every position that the firm, an OMS or an account holds. */
    public List<Holding> holdings() {
        return memory.holdings();
    }

    /** Every limit that is set, and how much of it is used. */
    public List<LimitInForce> limits() {
        return new UsedLimits(limits, memory, memory.tradedSymbols()).all();
    }

    /** The trading day that began last. */
    public LocalDate tradingDay() {
        return memory.days().current();
    }

    public Set<VenueId> venuesUp() {
        return memory.venuesUp();
    }

    /** The unmatched reports whose orders are to be looked up. */
    public List<Reported> lookUps() {
        return memory.lookUps.all();
    }

    /** Whether {@link Input.GoOnKilling} would lead to anything now. */
    public boolean killsAreDue(Instant now) {
        return memory.kills.areDue(now);
    }

    /** The kills that are remembered, oldest first. */
    public List<Killed> kills() {
        return memory.kills.all();
    }

    public Optional<Killed> kill(KillId id) {
        return memory.kills.find(id).map(Campaign::killed);
    }

    /** One for each scope that is blocked. */
    public List<Block> blocks() {
        return memory.kills.blocks();
    }

    public RouterState state() {
        return memory.state();
    }
}
