package io.sluice.order;

import io.sluice.order.Link.Answer;
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
        return heardAt(at).known();
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

    /** FIX 4.4: a replace to less than has traded makes the quantity what has traded. */
    OrderBuilder replaced(Execution execution) {
        links.replaceAll(
                link ->
                        link.isFor(execution.request())
                                ? link.forAtLeast(execution.cumQty())
                                : link);
        return accept(execution);
    }

    OrderBuilder answer(VenueClOrdId request, Answer answer) {
        for (int i = 0; i < links.size(); i++) {
            if (links.get(i).isFor(request)) {
                links.set(i, links.get(i).answered(answer));
            }
        }
        return this;
    }

    /**
     * A fill always counts, on an order that has ended too: the venue traded before it heard from
     * us.
     */
    Order filled(Trade trade) {
        cumQty = cumQty.plus(trade.lastQty());
        tradedNotional = tradedNotional.add(trade.lastPx().times(trade.lastQty()));
        return acceptFirst().working();
    }

    /**
     * In the market, as far as what has traded leaves anything there. While the venue may still
     * accept a larger quantity, an order that has traded all of the smaller one is not over.
     */
    Order working() {
        if (!build().worstQty().exceeds(cumQty)) {
            return to(OrderState.FILLED);
        }
        return to(cumQty.isZero() ? OrderState.WORKING : OrderState.PARTIALLY_FILLED);
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
                before.receivedAt(),
                lastReportAt);
    }
}
