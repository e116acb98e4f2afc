package io.sluice.order;

import io.sluice.order.Link.Answer;
import io.sluice.order.Link.Kind;
import io.sluice.order.OrderEvent.CancelRequested;
import io.sluice.order.OrderEvent.CancelResumed;
import io.sluice.order.OrderEvent.InvariantViolated;
import io.sluice.order.OrderEvent.OrderAccepted;
import io.sluice.order.OrderEvent.OrderCanceled;
import io.sluice.order.OrderEvent.OrderDenied;
import io.sluice.order.OrderEvent.OrderDoneForDay;
import io.sluice.order.OrderEvent.OrderExpired;
import io.sluice.order.OrderEvent.OrderFilled;
import io.sluice.order.OrderEvent.OrderNotSent;
import io.sluice.order.OrderEvent.OrderRecalled;
import io.sluice.order.OrderEvent.OrderReceived;
import io.sluice.order.OrderEvent.OrderRejected;
import io.sluice.order.OrderEvent.OrderReplaced;
import io.sluice.order.OrderEvent.OrderReported;
import io.sluice.order.OrderEvent.OrderRouted;
import io.sluice.order.OrderEvent.OrderUnknown;
import io.sluice.order.OrderEvent.ReplaceNotSent;
import io.sluice.order.OrderEvent.ReplaceRequested;
import io.sluice.order.OrderEvent.RequestRejected;
import io.sluice.order.OrderEvent.StatusDenied;
import io.sluice.order.OrderEvent.StatusKnown;
import io.sluice.order.OrderEvent.StatusRequested;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * An order as it stands after the events so far. Immutable: {@link #after} makes the next one.
 *
 * @param links the order itself first, then every replace and cancel of it, in the order they came
 * @param cumQty what has traded, by the trades we booked
 * @param tradedNotional the sum of quantity times price of those trades
 * @param unknown why we do not know what the venue made of it, while we do not
 * @param presumedEnded whether we concluded its end without the venue, which can still refute it
 * @param restatedQty the quantity that the venue last said it holds it for, while it was live
 * @param takenBack how much of {@code cumQty} the venue does not count any more, since it busted or
 *     corrected trades; positions stand as booked
 * @param lastReportAt when the venue was last heard of it, or when it was routed
 */
public record Order(
        OrderId id,
        OmsId oms,
        OrderState state,
        List<Link> links,
        Optional<VenueId> venue,
        Optional<VenueOrderId> venueOrderId,
        Qty cumQty,
        BigDecimal tradedNotional,
        Optional<String> unknown,
        boolean presumedEnded,
        Optional<Qty> restatedQty,
        Optional<Qty> takenBack,
        Instant receivedAt,
        Instant lastReportAt) {

    private static final MathContext AVERAGE = new MathContext(18);

    public static Order received(OrderReceived event, Instant at) {
        Link first =
                new Link(
                        Kind.NEW,
                        Optional.of(event.clOrdId()),
                        Optional.empty(),
                        event.terms(),
                        event.carried(),
                        Answer.PENDING,
                        Optional.empty(),
                        false);
        return new Order(
                event.orderId(),
                event.oms(),
                OrderState.RECEIVED,
                List.of(first),
                Optional.empty(),
                Optional.empty(),
                Qty.ZERO,
                BigDecimal.ZERO,
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                at,
                at);
    }

    /**
     * The order after one more event. Computes everything before it returns, so it may fail safely.
     */
    public Order after(OrderEvent event, Instant at) {
        return switch (event) {
            case OrderReceived e -> throw new IllegalStateException("Order exists already: " + e);
            case OrderRecalled e ->
                    throw new IllegalStateException("Order is remembered: " + e.orderId());
            case OrderDenied _ -> builder().answerFirst(Answer.REJECTED).to(OrderState.DENIED);
            case OrderNotSent _ ->
                    builder().answerFirst(Answer.REJECTED).known().presumed().to(OrderState.DENIED);
            case OrderRouted e -> builder().routed(e, at).to(OrderState.ROUTED);
            case OrderAccepted e -> builder().heard(e.execution(), at).acceptFirst().working();
            case OrderRejected e -> builder().heard(e.execution(), at).rejected(e.execution());
            case OrderFilled e ->
                    builder().heard(e.execution(), at).filled(e.trade(), e.execution());
            case OrderCanceled e ->
                    builder()
                            .heard(e.execution(), at)
                            .accept(e.execution())
                            .to(OrderState.CANCELED);
            case OrderExpired e ->
                    builder()
                            .heard(e.execution(), at)
                            .presumedUnlessSaid(e.execution())
                            .to(OrderState.EXPIRED);
            case OrderDoneForDay e ->
                    builder().heard(e.execution(), at).to(OrderState.DONE_FOR_DAY);
            case OrderReplaced e ->
                    builder()
                            .heard(e.execution(), at)
                            .acceptFirst()
                            .replaced(e.execution())
                            .supersedeBefore(e.execution().request())
                            .working();
            case OrderReported e ->
                    builder().heard(e.execution(), at).restated(e.execution()).full(e.execution());
            case CancelRequested e -> builder().cancel(e).add(cancelLink(e)).build();
            case CancelResumed e -> builder().resumed(e.venueClOrdId()).build();
            case StatusRequested _, StatusDenied _, InvariantViolated _ -> this;
            case ReplaceRequested e -> builder().add(replaceLink(e)).build();
            case RequestRejected e ->
                    builder().refused(e.venueClOrdId()).heardAt(at).known().settled();
            case ReplaceNotSent e -> builder().refused(e.venueClOrdId()).settled();
            case OrderUnknown e -> builder().unknown(e.why()).build();
            case StatusKnown _ -> builder().heardAt(at).known().build();
        };
    }

    /** The terms the venue last agreed to; those of the order itself until it agreed to any. */
    public Terms terms() {
        return lastAcceptedVersion().terms();
    }

    /**
     * The OMS's id of the last accepted version: what reports carry as ClOrdID(11) or
     * OrigClOrdID(41).
     */
    public ClOrdId clOrdId() {
        return lastAcceptedVersion().clOrdId().orElseThrow();
    }

    /**
     * Our id to the venue of the newest version it has not refused: OrigClOrdID(41) of the next
     * request.
     */
    public Optional<VenueClOrdId> latestVenueClOrdId() {
        return newest(Order::isVersion).orElse(links.getFirst()).venueClOrdId();
    }

    /** Whether it is a version of the order, and not refused. */
    static boolean isVersion(Link link) {
        return link.kind() != Kind.CANCEL && link.answer() != Answer.REJECTED;
    }

    public Link lastAcceptedVersion() {
        return newest(link -> link.kind() != Kind.CANCEL && link.isAccepted())
                .orElse(links.getFirst());
    }

    /**
     * Whether the OMS may name this id in a request: the last accepted one or the newest not
     * refused. FIX 4.4 chains by the last version that was not rejected; a cancel is none.
     */
    public boolean mayBeCalled(ClOrdId id) {
        return clOrdId().equals(id)
                || newest(Order::isVersion).flatMap(Link::clOrdId).map(id::equals).orElse(false);
    }

    public boolean isCancelPending() {
        return hasPending(Kind.CANCEL);
    }

    public boolean isReplacePending() {
        return hasPending(Kind.REPLACE);
    }

    /** Whether the venue has said anything but a refusal of the order itself. */
    public boolean isAcknowledged() {
        return links.getFirst().isAccepted();
    }

    /**
     * The requests that the venue has not answered. Of an order that has ended only the replaces:
     * one that was lost on its way never goes again, so no answer comes unless the venue is asked.
     */
    public List<Link> unanswered() {
        return links.stream()
                .filter(link -> link.isPending() && (!isFinal() || link.kind() == Kind.REPLACE))
                .toList();
    }

    /** OrdStatus(39) of a report of our own: pending requests outrank the rest. */
    public OrdStatus ordStatus() {
        if (isCancelPending()) {
            return OrdStatus.PENDING_CANCEL;
        }
        if (isReplacePending()) {
            return OrdStatus.PENDING_REPLACE;
        }
        return switch (state) {
            case RECEIVED, ROUTED -> OrdStatus.PENDING_NEW;
            case WORKING -> OrdStatus.NEW;
            case PARTIALLY_FILLED -> OrdStatus.PARTIALLY_FILLED;
            case FILLED -> OrdStatus.FILLED;
            case CANCELED -> OrdStatus.CANCELED;
            case DENIED, REJECTED -> OrdStatus.REJECTED;
            case EXPIRED -> OrdStatus.EXPIRED;
            case DONE_FOR_DAY -> OrdStatus.DONE_FOR_DAY;
        };
    }

    public boolean isFinal() {
        return state.isFinal();
    }

    /**
     * Whether such a report of the venue shows that an order that we took as over is not: one that
     * we ended ourselves, one that traded in full by what we booked, or one of which a trade was
     * taken back.
     */
    public boolean isReopenedBy(Execution execution) {
        boolean hasMore = !execution.leavesQty().isZero();
        Qty held = execution.cumQty().plus(execution.leavesQty());
        boolean saysMore = hasMore && held.exceeds(worstQty().max(countedQty()));
        return execution.ordStatus().isLive()
                && (presumedEnded
                        || (state == OrderState.FILLED && saysMore)
                        || (state.isFinal()
                                && state != OrderState.DENIED
                                && hasMore
                                && execution.execType().changesTrade()));
    }

    /** What has traded as the venue counts it. */
    public Qty countedQty() {
        return takenBack.map(cumQty::minus).orElse(cumQty);
    }

    /** What may still trade in the worst case: the larger of all versions that may be in force. */
    public Qty worstLeavesQty() {
        if (isFinal()) {
            return Qty.ZERO;
        }
        return worstQty().minus(countedQty());
    }

    /** The largest quantity that the venue may hold the order for. */
    public Qty worstQty() {
        return restatedQty.map(agreedQty()::max).orElseGet(this::agreedQty);
    }

    /** The largest quantity that we asked for and the venue has not refused. */
    Qty agreedQty() {
        Qty worst = terms().qty();
        for (Link link : links) {
            if (link.kind() == Kind.REPLACE && link.isPending()) {
                worst = worst.max(link.terms().qty());
            }
        }
        return worst;
    }

    /** Whether the venue may still accept a replace for more than has traded. */
    public boolean mayGrow() {
        return links.stream()
                .filter(link -> link.kind() == Kind.REPLACE && link.isPending())
                .anyMatch(link -> link.terms().qty().exceeds(countedQty()));
    }

    public Qty leavesQty() {
        return isFinal() ? Qty.ZERO : terms().qty().minus(countedQty());
    }

    public Price avgPx() {
        return cumQty.isZero()
                ? Price.ZERO
                : new Price(tradedNotional.divide(cumQty.value(), AVERAGE));
    }

    public Optional<Link> linkOf(VenueClOrdId id) {
        return newest(link -> link.isFor(id));
    }

    private boolean hasPending(Kind kind) {
        return !isFinal() && newest(link -> link.kind() == kind && link.isPending()).isPresent();
    }

    private Optional<Link> newest(Predicate<Link> wanted) {
        return newest(links, wanted);
    }

    static Optional<Link> newest(List<Link> of, Predicate<Link> wanted) {
        for (int i = of.size() - 1; i >= 0; i--) {
            if (wanted.test(of.get(i))) {
                return Optional.of(of.get(i));
            }
        }
        return Optional.empty();
    }

    private Link cancelLink(CancelRequested e) {
        return new Link(
                Kind.CANCEL,
                e.clOrdId(),
                Optional.of(e.venueClOrdId()),
                terms(),
                e.carried(),
                Answer.PENDING,
                e.deferred() ? Optional.empty() : latestVenueClOrdId(),
                false);
    }

    private static Link replaceLink(ReplaceRequested e) {
        return new Link(
                Kind.REPLACE,
                Optional.of(e.clOrdId()),
                Optional.of(e.venueClOrdId()),
                e.terms(),
                e.carried(),
                Answer.PENDING,
                Optional.empty(),
                false);
    }

    private OrderBuilder builder() {
        return new OrderBuilder(this, new ArrayList<>(links));
    }
}
