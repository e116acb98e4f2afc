package io.sluice.order;

import io.sluice.order.Link.Answer;
import io.sluice.order.Link.Kind;
import io.sluice.order.OrderEvent.CancelRequested;
import io.sluice.order.OrderEvent.OrderRouted;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The next version of an order in the making. Lives within one call of {@link Order#after}. */
final class OrderBuilder {

    private final Order before;
    private final List<Link> links;
    private OrderState state;
    private Optional<VenueId> venue;
    private Optional<VenueOrderId> venueOrderId;
    private Qty cumQty;
    private BigDecimal tradedNotional;
    private Optional<String> unknown;
    private boolean presumedEnded;
    private Optional<Qty> restatedQty;
    private Optional<Qty> takenBack;
    private Instant lastReportAt;

    OrderBuilder(Order before, List<Link> links) {
        this.before = before;
        this.links = links;
        this.state = before.state();
        this.venue = before.venue();
        this.venueOrderId = before.venueOrderId();
        this.cumQty = before.cumQty();
        this.tradedNotional = before.tradedNotional();
        this.unknown = before.unknown();
        this.presumedEnded = before.presumedEnded();
        this.restatedQty = before.restatedQty();
        this.takenBack = before.takenBack();
        this.lastReportAt = before.lastReportAt();
    }

    OrderBuilder routed(OrderRouted event, Instant at) {
        venue = Optional.of(event.venue());
        links.set(0, links.getFirst().routedAs(event.venueClOrdId()));
        lastReportAt = at;
        return this;
    }

    /** Whatever a venue says of an order ends our not knowing of it. */
    OrderBuilder heard(Execution execution, Instant at) {
        venueOrderId = execution.venueOrderId().or(() -> venueOrderId);
        if (execution.execType().changesTrade()) {
            takenBack = Optional.of(cumQty.minus(execution.cumQty())).filter(qty -> !qty.isZero());
        }
        if (before.isReopenedBy(execution)) {
            reopen();
        }
        if (execution.ordStatus().isLive()) {
            restatedQty = Optional.of(held(execution));
        }
        links.replaceAll(link -> link.isFor(execution.request()) ? link.spokenOf() : link);
        return heardAt(at).known();
    }

    private void reopen() {
        presumedEnded = false;
        answerFirst(Answer.ACCEPTED);
        state = countedQty().isZero() ? OrderState.WORKING : OrderState.PARTIALLY_FILLED;
    }

    private Qty countedQty() {
        return takenBack.map(cumQty::minus).orElse(cumQty);
    }

    private Qty held(Execution execution) {
        return execution.cumQty().plus(execution.leavesQty());
    }

    /** The end that comes next is what we conclude, not what the venue said. */
    OrderBuilder presumed() {
        presumedEnded = !state.isFinal();
        return this;
    }

    OrderBuilder heardAt(Instant at) {
        lastReportAt = at;
        return this;
    }

    OrderBuilder known() {
        unknown = Optional.empty();
        return this;
    }

    OrderBuilder unknown(String why) {
        unknown = Optional.of(why);
        return this;
    }

    /** A cancel that is made again takes the place of its earlier try. */
    OrderBuilder cancel(CancelRequested event) {
        event.again().ifPresent(tried -> answer(tried, Answer.REJECTED));
        return this;
    }

    /** A cancel that waited leaves, and names the newest version before it that was not refused. */
    OrderBuilder resumed(VenueClOrdId cancel) {
        for (int i = 0; i < links.size(); i++) {
            if (links.get(i).isFor(cancel)) {
                Optional<VenueClOrdId> version =
                        Order.newest(links.subList(0, i), Order::isVersion)
                                .flatMap(Link::venueClOrdId);
                links.set(i, links.get(i).naming(version));
            }
        }
        return this;
    }

    OrderBuilder add(Link link) {
        links.add(link);
        return this;
    }

    OrderBuilder answerFirst(Answer answer) {
        links.set(0, links.getFirst().answered(answer));
        return this;
    }

    /**
     * A venue that answers anything but a refusal has the order, even if its acknowledgement was
     * lost.
     */
    OrderBuilder acceptFirst() {
        return links.getFirst().isPending() ? answerFirst(Answer.ACCEPTED) : this;
    }

    OrderBuilder accept(Execution execution) {
        return answer(execution.request(), Answer.ACCEPTED);
    }

    /**
     * The version that the venue accepted is for what the venue says it is for, whatever was asked.
     * FIX 4.4: a replace to less than has traded makes the quantity what has traded.
     */
    OrderBuilder replaced(Execution execution) {
        accept(execution);
        for (int i = 0; i < links.size(); i++) {
            if (links.get(i).isFor(execution.request())) {
                Link agreed = agreed(links.get(i), execution);
                links.set(i, agreed);
                restatedQty = Optional.of(agreed.terms().qty());
            }
        }
        return this;
    }

    private Link agreed(Link link, Execution execution) {
        return saysWhatIsLeft(execution)
                ? link.forQty(held(execution))
                : link.forQty(link.terms().qty().max(execution.cumQty()));
    }

    /** FIX 4.4, matrices E.1.c and E.1.d: the venue holds it for more or for less than before. */
    OrderBuilder restated(Execution execution) {
        boolean restates = execution.execType() == ExecType.RESTATED && !state.isFinal();
        if (restates && saysWhatIsLeft(execution)) {
            accepted(held(execution));
        }
        return this;
    }

    private static boolean saysWhatIsLeft(Execution execution) {
        return execution.ordStatus().isLive() && !execution.leavesQty().isZero();
    }

    private void accepted(Qty qty) {
        Link last = build().lastAcceptedVersion();
        links.replaceAll(link -> link.equals(last) ? link.forQty(qty) : link);
    }

    OrderBuilder answer(VenueClOrdId request, Answer answer) {
        for (int i = 0; i < links.size(); i++) {
            if (links.get(i).isFor(request)) {
                links.set(i, links.get(i).answered(answer));
            }
        }
        return this;
    }

    /** A venue that spoke of the quantity of a replace while it was pending holds it no more. */
    OrderBuilder refused(VenueClOrdId request) {
        answer(request, Answer.REJECTED);
        for (Link link : links) {
            if (link.kind() == Kind.REPLACE && link.isFor(request)) {
                restatedQty = restatedQty.filter(qty -> qty.compareTo(link.terms().qty()) != 0);
            }
        }
        return this;
    }

    /** An accepted version takes the place of all before it, whether they were answered or not. */
    OrderBuilder supersedeBefore(VenueClOrdId accepted) {
        for (int i = 0; i < links.size() && !links.get(i).isFor(accepted); i++) {
            if (links.get(i).kind() == Kind.REPLACE && links.get(i).isPending()) {
                links.set(i, links.get(i).answered(Answer.SUPERSEDED));
            }
        }
        return this;
    }

    /** A venue that names neither order nor report never took it in: its engine threw it back. */
    Order rejected(Execution execution) {
        answerFirst(Answer.REJECTED);
        return presumedUnlessSaid(execution).to(OrderState.REJECTED);
    }

    /** What names neither order nor report of the venue is what we conclude. */
    OrderBuilder presumedUnlessSaid(Execution execution) {
        boolean isOurs = execution.venueExecId().isEmpty() && execution.venueOrderId().isEmpty();
        return isOurs ? presumed() : this;
    }

    /**
     * A fill always counts, on an order that has ended too: the venue traded before it heard from
     * us. The last one may say that the venue has taken the rest from the market.
     */
    Order filled(Trade trade, Execution execution) {
        cumQty = cumQty.plus(trade.lastQty());
        tradedNotional = tradedNotional.add(trade.lastPx().times(trade.lastQty()));
        Order next = acceptFirst().working();
        return execution.leavesQty().isZero() ? restTaken(next, execution) : next;
    }

    private Order restTaken(Order next, Execution execution) {
        return switch (execution.ordStatus()) {
            case CANCELED -> to(OrderState.CANCELED);
            case EXPIRED -> to(OrderState.EXPIRED);
            case DONE_FOR_DAY ->
                    next.terms().timeInForce() == TimeInForce.GOOD_TILL_CANCEL
                            ? next
                            : to(OrderState.DONE_FOR_DAY);
            case FILLED -> full(execution);
            case NEW,
                    PARTIALLY_FILLED,
                    PENDING_CANCEL,
                    STOPPED,
                    REJECTED,
                    SUSPENDED,
                    PENDING_NEW,
                    CALCULATED,
                    PENDING_REPLACE ->
                    next;
        };
    }

    /**
     * A venue that says FILLED at what we booked holds the order for no more, whatever we agreed
     * on. A larger replace on its way may still be accepted.
     */
    Order full(Execution execution) {
        boolean isFull =
                execution.ordStatus() == OrdStatus.FILLED
                        && execution.leavesQty().isZero()
                        && !countedQty().isZero()
                        && execution.cumQty().compareTo(countedQty()) == 0;
        if (!isFull || (state.isFinal() && state != OrderState.FILLED)) {
            return build();
        }
        accepted(countedQty());
        restatedQty = Optional.of(countedQty());
        return working();
    }

    /**
     * In the market, as far as what has traded leaves anything there. While the venue may still
     * accept a larger quantity, an order that has traded all of the smaller one is not over.
     */
    Order working() {
        if (!build().worstQty().exceeds(countedQty())) {
            presumedEnded = false;
            return to(OrderState.FILLED);
        }
        return to(countedQty().isZero() ? OrderState.WORKING : OrderState.PARTIALLY_FILLED);
    }

    /** Once a request is refused, what has traded may be all that was ordered. */
    Order settled() {
        return state == OrderState.PARTIALLY_FILLED ? working() : build();
    }

    /** Reports can overtake each other, so an order that has ended stays ended. */
    Order to(OrderState next) {
        boolean lateFill = next == OrderState.FILLED;
        if (!state.isFinal() || lateFill) {
            state = next;
        }
        return build();
    }

    Order build() {
        return new Order(
                before.id(),
                before.oms(),
                state,
                List.copyOf(links),
                venue,
                venueOrderId,
                cumQty,
                tradedNotional,
                unknown,
                presumedEnded,
                restatedQty,
                takenBack,
                before.receivedAt(),
                lastReportAt);
    }
}
