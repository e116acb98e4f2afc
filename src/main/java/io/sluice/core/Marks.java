package io.sluice.core;

import io.sluice.order.Instrument;
import io.sluice.order.Mark;
import io.sluice.order.Order;
import io.sluice.order.OrderEvent;
import io.sluice.order.OrderEvent.OrderFilled;
import io.sluice.order.Price;
import io.sluice.order.Trade;
import io.sluice.risk.TradeCollar;

import java.util.Optional;

/** Decides by what a trade is valued, and whether its price is one to go by. */
final class Marks {

    private final Policy policy;
    private final Memory memory;
    private final TradeCollar collar;

    Marks(Policy policy, Memory memory) {
        this.policy = policy;
        this.memory = memory;
        this.collar = new TradeCollar(policy.limits());
    }

    /** Nothing when the instrument is not listed any more. */
    Optional<Mark> of(Order order, Trade trade) {
        Instrument instrument = policy.instruments().get(order.terms().symbol());
        return Optional.ofNullable(instrument)
                .map(
                        it ->
                                new Mark(
                                        it.multiplier(),
                                        it.currency(),
                                        it.referencePrice(),
                                        isOff(order, trade.lastPx())));
    }

    private boolean isOff(Order order, Price price) {
        return last(order)
                .filter(last -> collar.isOutside(order.oms(), order.terms(), price, last))
                .isPresent();
    }

    private Optional<Price> last(Order order) {
        return memory.lastPrice(order.terms().symbol())
                .filter(last -> last.compareTo(Price.ZERO) > 0);
    }

    /** A bad print must not open the price collar for the orders that follow. */
    Optional<String> violation(Order order, OrderEvent event) {
        boolean off =
                event instanceof OrderFilled filled
                        && filled.mark().filter(Mark::offMarket).isPresent();
        return off
                ? last(order)
                        .map(
                                last ->
                                        "LastPx(31) was %s, outside the price collar around %s; booked, but not taken as the last price"
                                                .formatted(
                                                        ((OrderFilled) event).trade().lastPx(),
                                                        last))
                : Optional.empty();
    }
}
