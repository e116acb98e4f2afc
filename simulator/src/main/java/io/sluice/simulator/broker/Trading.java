package io.sluice.simulator.broker;

import java.math.BigDecimal;
import java.util.Deque;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** How orders meet: each other first, then the rest of the market. Single-threaded. */
final class Trading {

    private static final int MAX_FILLS_PER_WALK = 10;
    private static final int PERCENT = 100;
    private static final int PARTIAL_BELOW = 30;

    private final Floor floor;
    private final Tape tape;
    private final RandomGenerator random;
    private final Liquidity liquidity;

    Trading(Floor floor, Tape tape, RandomGenerator random) {
        this.floor = floor;
        this.tape = tape;
        this.random = random;
        this.liquidity = new Liquidity(random);
    }

    /** Trades what can be traded now, and ends what may not rest. */
    void execute(Order order) {
        Market market = floor.market(order.terms().symbol());
        Deque<Liquidity.Quote> quotes = liquidity.against(order, market.reference());
        quotes.removeIf(quote -> !order.terms().allows(quote.px()));

        if (!order.terms().isFillOrKill() || fillable(order, quotes)) {
            match(order, market, quotes);
        }
        working(order).filter(rest -> !rest.terms().mayRest()).ifPresent(tape::restCanceled);
    }

    /** Lets the order meet the fate that its symbol calls for. */
    void execute(Order order, Handle handle) {
        BigDecimal qty = handle.fillOnArrival(order);
        boolean mayTrade = !order.terms().isFillOrKill() || qty.compareTo(order.leavesQty()) == 0;

        if (mayTrade && qty.signum() > 0) {
            tape.traded(order, qty, Handle.price(order));
        }
        endIfImmediate(order);
    }

    /** Takes out what an IOC or FOK order has left. */
    void endIfImmediate(Order order) {
        working(order).filter(rest -> rest.terms().isImmediate()).ifPresent(tape::restCanceled);
    }

    /** Moves the price, and fills resting orders that it has reached. */
    void walk(Market market) {
        market.walk(random);
        for (int i = 0; i < MAX_FILLS_PER_WALK; i++) {
            Optional<Book.Best> reached = reached(market);
            if (reached.isEmpty()) {
                return;
            }
            fillSome(order(reached.get()), reached.get().price());
        }
    }

    private static Optional<Book.Best> reached(Market market) {
        BigDecimal reference = market.reference();
        return market.book()
                .bestBid()
                .filter(bid -> bid.price().compareTo(reference) >= 0)
                .or(
                        () ->
                                market.book()
                                        .bestAsk()
                                        .filter(ask -> ask.price().compareTo(reference) <= 0));
    }

    /** Whether the other side of the rest of the market alone can take the whole order. */
    private static boolean fillable(Order order, Deque<Liquidity.Quote> quotes) {
        BigDecimal shown =
                quotes.stream().map(Liquidity.Quote::qty).reduce(BigDecimal.ZERO, BigDecimal::add);
        return shown.compareTo(order.leavesQty()) >= 0;
    }

    private void match(Order incoming, Market market, Deque<Liquidity.Quote> quotes) {
        Order order = incoming;
        while (order.leavesQty().signum() > 0) {
            Optional<Book.Best> resting = opposite(order, market.book());
            Liquidity.Quote quote = quotes.peek();

            if (resting.isPresent() && (quote == null || isBetter(order, resting.get(), quote))) {
                order = tradeWith(order(resting.get()), order);
            } else if (quote != null) {
                quotes.remove();
                order = tape.traded(order, quote.qty().min(order.leavesQty()), quote.px());
            } else {
                return;
            }
        }
    }

    private static Optional<Book.Best> opposite(Order order, Book book) {
        return (order.terms().isBuy() ? book.bestAsk() : book.bestBid())
                .filter(best -> order.terms().allows(best.price()));
    }

    /** A customer's order goes before the rest of the market at the same price. */
    private static boolean isBetter(Order order, Book.Best resting, Liquidity.Quote quote) {
        int difference = resting.price().compareTo(quote.px());
        return order.terms().isBuy() ? difference <= 0 : difference >= 0;
    }

    /** Trades at the resting order's price, and gives the incoming one as it then stands. */
    private Order tradeWith(Order resting, Order incoming) {
        BigDecimal qty = resting.leavesQty().min(incoming.leavesQty());
        BigDecimal px = Handle.price(resting);
        tape.traded(resting, qty, px);
        return tape.traded(incoming, qty, px);
    }

    private Optional<Order> working(Order order) {
        return floor.orders().byOrderId(order.orderId()).filter(Order::isWorking);
    }

    private void fillSome(Order order, BigDecimal px) {
        BigDecimal half = Liquidity.share(order.leavesQty(), 2);
        boolean isPartial = random.nextInt(PERCENT) < PARTIAL_BELOW && half.signum() > 0;
        tape.traded(order, isPartial ? half : order.leavesQty(), px);
    }

    private Order order(Book.Best best) {
        return floor.orders()
                .byOrderId(best.orderId())
                .orElseThrow(() -> new IllegalStateException("Not an order: " + best));
    }
}
