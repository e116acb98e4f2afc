package io.sluice.core;

import io.sluice.order.Denial;
import io.sluice.order.DenialCode;
import io.sluice.order.Event.KillConfirmed;
import io.sluice.order.Event.KillUnconfirmed;
import io.sluice.order.Event.ScopeKilled;
import io.sluice.order.Event.ScopeRearmed;
import io.sluice.order.KillId;
import io.sluice.order.KillScope;
import io.sluice.order.OmsId;
import io.sluice.order.Order;
import io.sluice.order.OrderEvent;
import io.sluice.order.OrderEvent.CancelRequested;
import io.sluice.order.OrderEvent.CancelResumed;
import io.sluice.order.OrderEvent.OrderAccepted;
import io.sluice.order.OrderEvent.OrderReplaced;
import io.sluice.order.OrderEvent.OrderRouted;
import io.sluice.order.OrderEvent.RequestRejected;
import io.sluice.order.OrderId;
import io.sluice.order.Terms;
import io.sluice.order.VenueId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The kills that are remembered, the scopes they block, and the orders they pursue. Changed by
 * events alone. For the engine's thread.
 */
final class Kills {

    private final Memory memory;
    private final Map<KillId, Campaign> campaigns = new LinkedHashMap<>();
    private final Map<KillId, Campaign> running = new LinkedHashMap<>();
    private final Map<KillScope, Block> blocks = new LinkedHashMap<>();
    private final Pursuits pursuits = new Pursuits();

    Kills(Memory memory) {
        this.memory = memory;
    }

    void restore(RouterState state) {
        state.kills().stream().map(Campaign::restored).forEach(this::put);
        state.blocks().forEach(block -> blocks.put(block.scope(), block));
        pursuits.restore(state.pursued());
    }

    private void put(Campaign campaign) {
        campaigns.put(campaign.id(), campaign);
        if (campaign.isRunning()) {
            running.put(campaign.id(), campaign);
        } else {
            running.remove(campaign.id());
        }
    }

    List<Killed> all() {
        return campaigns.values().stream().map(Campaign::killed).toList();
    }

    List<Block> blocks() {
        return List.copyOf(blocks.values());
    }

    List<Pursued> pursued() {
        return pursuits.all();
    }

    Optional<Campaign> find(KillId id) {
        return Optional.ofNullable(campaigns.get(id));
    }

    Collection<Campaign> running() {
        return running.values();
    }

    boolean isBlocked(KillScope scope) {
        return blocks.containsKey(scope);
    }

    /** Why a new order or a replace must not go to this venue, if so. */
    Optional<Denial> denial(OmsId oms, Terms terms, VenueId venue) {
        if (blocks.isEmpty()) {
            return Optional.empty();
        }
        return denial(KillScope.around(oms, venue, terms.account(), terms.symbol()));
    }

    /** Why a new order must go nowhere, if so. */
    Optional<Denial> denial(OmsId oms, Terms terms) {
        if (blocks.isEmpty()) {
            return Optional.empty();
        }
        return denial(KillScope.around(oms, terms.account(), terms.symbol()));
    }

    private Optional<Denial> denial(List<KillScope> scopes) {
        for (KillScope scope : scopes) {
            Block block = blocks.get(scope);
            if (block != null) {
                return Optional.of(
                        new Denial(DenialCode.BLOCKED, scope.toString(), "", "", block.text()));
            }
        }
        return Optional.empty();
    }

    boolean areDue(Instant now) {
        return pursuits.isDue(now)
                || (!running.isEmpty()
                        && running.values().stream()
                                .anyMatch(it -> it.isConfirmable() || it.isOverdue(now)));
    }

    List<Pursued> due(Instant now, int most) {
        return pursuits.due(now, most);
    }

    /** Every order in the scope that has not ended, oldest first. */
    List<OrderId> open(KillScope scope) {
        return memory.book.open().stream()
                .filter(scope::covers)
                .map(Order::id)
                .sorted(Comparator.comparing(OrderId::value))
                .toList();
    }

    boolean isAnyOpen(KillScope scope) {
        return memory.book.open().stream().anyMatch(scope::covers);
    }

    void begin(ScopeKilled event, Instant at) {
        if (campaigns.containsKey(event.killId())) {
            throw new IllegalStateException("The kill's id was used before: " + event);
        }
        List<OrderId> targets = event.mode().cancels() ? open(event.scope()) : List.of();
        put(Campaign.begin(event, at, memory.days().current(), targets));
        if (event.mode().blocks()) {
            blocks.putIfAbsent(
                    event.scope(),
                    new Block(event.scope(), event.killId(), event.reason(), event.by(), at));
        }
        targets.forEach(id -> pursue(memory.book.get(id), event.killId(), at));
    }

    void rearm(ScopeRearmed event) {
        if (!blocks.containsKey(event.scope())) {
            throw new IllegalStateException("The scope is not blocked: " + event);
        }
        blocks.remove(event.scope());
        campaigns.values().stream()
                .filter(it -> it.scope().equals(event.scope()))
                .forEach(Campaign::rearmed);
    }

    void confirm(KillConfirmed event) {
        Campaign campaign = get(event.killId());
        campaign.confirm();
        put(campaign);
    }

    void giveUpWaiting(KillUnconfirmed event) {
        get(event.killId()).giveUpWaiting();
    }

    private Campaign get(KillId id) {
        return find(id).orElseThrow(() -> new IllegalStateException("No kill has the id " + id));
    }

    /** What is over is remembered as long as the orders of its day. */
    void forget(List<LocalDate> daysKept) {
        Predicate<Campaign> isOld = it -> it.isOver() && !daysKept.contains(it.day());
        campaigns.values().removeIf(isOld);
    }

    /** Takes in what became of an order, once everything else has. */
    void keep(OrderEvent event, boolean hadEnded, Order next, Instant at) {
        if (campaigns.isEmpty()) {
            return;
        }
        if (next.isFinal()) {
            pursuits.remove(next.id());
            running.values().forEach(it -> it.ended(next.id()));
        } else if (hadEnded) {
            reopened(next, at);
        } else {
            pursuits.change(next.id(), it -> whenUp(heard(it, event, next, at), next));
        }
    }

    /** Evidence of an end was refuted. */
    private void reopened(Order order, Instant at) {
        for (Campaign campaign : List.copyOf(campaigns.values())) {
            if (campaign.wants(order)) {
                campaign.join(order.id(), at);
                put(campaign);
                pursue(order, campaign.id(), at);
            }
        }
    }

    private void pursue(Order order, KillId by, Instant at) {
        if (pursuits.contains(order.id())) {
            return;
        }
        Pursued pursued = new Pursued(order.id(), by, 0, Optional.empty());
        if (!isUp(order) || isDeferred(order.id())) {
            pursuits.put(pursued);
        } else if (order.isCancelPending()) {
            pursuits.put(pursued.pausing(at));
        } else {
            pursuits.put(pursued.dueAt(at));
        }
    }

    /**
     * While its venue is down an order waits: cancels that were all deferred would all go in the
     * frame in which it comes up, however many they are.
     */
    private Pursued whenUp(Pursued it, Order order) {
        return isUp(order) ? it : it.waiting();
    }

    private boolean isUp(Order order) {
        return order.venue().map(memory::isUp).orElse(false);
    }

    private boolean isDeferred(OrderId id) {
        return memory.answers.find(id).filter(it -> !it.deferred().isEmpty()).isPresent();
    }

    private static Pursued heard(Pursued it, OrderEvent event, Order next, Instant at) {
        return switch (event) {
            case OrderRouted _ -> it.dueAt(at);
            case CancelRequested e when e.deferred() && e.again().isEmpty() -> it.asked().waiting();
            case CancelRequested _ -> it.asked().pausing(at);
            case CancelResumed _ -> it.pausing(at);
            case RequestRejected _ -> next.isCancelPending() ? it : refused(it, at);
            case OrderAccepted _, OrderReplaced _ -> acknowledged(it, next, at);
            case OrderEvent _ -> it;
        };
    }

    /** After a cancel of ours its pause goes on: a venue that refuses at once is not flooded. */
    private static Pursued refused(Pursued it, Instant at) {
        return it.asks() == 0 || it.dueAt().isEmpty() ? it.dueAt(at) : it;
    }

    private static Pursued acknowledged(Pursued it, Order next, Instant at) {
        if (!next.isCancelPending()) {
            return it.dueAt(at);
        }
        return it.dueAt().isEmpty() ? it : it.soon(at);
    }

    /** What is at a venue that is gone waits until it is back. */
    void down(Predicate<VenueId> venue) {
        changeAt(venue, (it, _) -> it.waiting());
    }

    /** Canceled at once, unless a cancel of the OMS that waited goes now by itself. */
    void up(VenueId venue, Instant at) {
        changeAt(
                venue::equals,
                (it, order) ->
                        it.dueAt().isPresent() || isDeferred(order.id()) ? it : it.dueAt(at));
    }

    private void changeAt(Predicate<VenueId> venue, Change change) {
        for (Pursued it : new ArrayList<>(pursuits.all())) {
            Order order = memory.book.get(it.orderId());
            if (order.venue().filter(venue).isPresent()) {
                pursuits.put(change.of(it, order));
            }
        }
    }

    private interface Change {
        Pursued of(Pursued it, Order order);
    }
}
