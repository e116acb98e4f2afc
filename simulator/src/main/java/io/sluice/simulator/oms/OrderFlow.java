package io.sluice.simulator.oms;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/**
 * A seeded stream of requests: the same seed gives the same orders, and with the same answers the
 * same cancels and replaces. No clock. Mutable; guarded by the lock of its desk.
 */
final class OrderFlow {

    private static final BigDecimal TICK = new BigDecimal("0.01");
    private static final int PICKS = 8;

    /** What the stream is made of; maxOpen bounds the open orders by canceling the oldest. */
    record Plan(
            long seed,
            String idPrefix,
            List<Instrument> instruments,
            List<String> accounts,
            Mix mix,
            int maxOpen) {}

    private final Plan plan;
    private final Random kinds;
    private final Random orders;
    private final Random changes;
    private final Map<String, Instrument> bySymbol = new HashMap<>();
    private long lastId;

    /** Each purpose has its own sequence, so that answers never change which orders come next. */
    OrderFlow(Plan plan) {
        this.plan = plan;
        kinds = new Random(plan.seed());
        orders = new Random(plan.seed() + 1);
        changes = new Random(plan.seed() + 2);
        plan.instruments().forEach(one -> bySymbol.putIfAbsent(one.symbol(), one));
    }

    /** The next request, or nothing while too many orders are open and all are being canceled. */
    Optional<Request> next(List<Chain> open) {
        if (open.size() >= plan.maxOpen()) {
            Optional<Request> relief =
                    open.stream()
                            .filter(chain -> chain.pendingCancels() == 0)
                            .findFirst()
                            .map(this::cancel);
            if (relief.isPresent() || open.size() >= 4 * plan.maxOpen()) {
                return relief;
            }
        }
        return Optional.of(byKind(open));
    }

    Request.Cancel cancel(Chain chain) {
        Chain.Version latest = chain.latest();
        return new Request.Cancel(nextId(), latest.id(), latest.terms());
    }

    Request.Status status(Chain chain) {
        Chain.Version latest = chain.latest();
        return new Request.Status(nextId(), latest.id(), latest.terms());
    }

    private Request byKind(List<Chain> open) {
        Mix mix = plan.mix();
        int kind = kinds.nextInt(mix.total());
        if (kind < mix.orders()) {
            return order();
        }
        if (kind < mix.orders() + mix.cancels()) {
            return pick(open, OrderFlow::cancelable)
                    .<Request>map(this::cancel)
                    .orElseGet(this::order);
        }
        if (kind < mix.orders() + mix.cancels() + mix.replaces()) {
            return pick(open, OrderFlow::replaceable)
                    .<Request>map(this::replace)
                    .orElseGet(this::order);
        }
        return pick(open, _ -> true).<Request>map(this::status).orElseGet(this::order);
    }

    private Request order() {
        Instrument instrument = plan.instruments().get(orders.nextInt(plan.instruments().size()));
        String account = plan.accounts().get(orders.nextInt(plan.accounts().size()));
        String side = orders.nextBoolean() ? Terms.BUY : Terms.SELL;
        BigDecimal qty = BigDecimal.valueOf(100L * (1 + orders.nextInt(5)));
        boolean market = orders.nextInt(100) < 15;
        String tif = tif(market, orders.nextInt(100));
        BigDecimal price = price(instrument, orders);
        return new Request.NewOrder(
                nextId(),
                new Terms(
                        account,
                        instrument.symbol(),
                        side,
                        qty,
                        market ? Optional.empty() : Optional.of(price),
                        market ? Terms.MARKET : Terms.LIMIT,
                        tif));
    }

    private static String tif(boolean market, int percent) {
        if (market) {
            return percent < 70 ? Terms.DAY : Terms.IMMEDIATE_OR_CANCEL;
        }
        if (percent < 60) {
            return Terms.DAY;
        }
        if (percent < 78) {
            return Terms.GOOD_TILL_CANCEL;
        }
        return percent < 90 ? Terms.IMMEDIATE_OR_CANCEL : Terms.FILL_OR_KILL;
    }

    /** Mostly within 0.4 % of the reference, sometimes within 3 %: the usual collar is 5 %. */
    private static BigDecimal price(Instrument instrument, Random random) {
        int ticks = instrument.reference().divideToIntegralValue(TICK).intValueExact();
        boolean far = random.nextInt(10) == 0;
        int width = Math.max(2, far ? ticks * 3 / 200 : ticks / 500);
        int offset = random.nextInt(width + 1) + random.nextInt(width + 1) - width;
        return TICK.multiply(BigDecimal.valueOf(Math.max(1, (long) ticks + offset)));
    }

    private Request.Replace replace(Chain chain) {
        Chain.Version latest = chain.latest();
        Terms terms = latest.terms();
        BigDecimal lots = BigDecimal.valueOf(100L * (changes.nextInt(5) - 2));
        BigDecimal least = chain.executions().cumQty().add(BigDecimal.valueOf(100));
        BigDecimal qty = terms.qty().add(lots).max(least);
        Instrument instrument = bySymbol.get(terms.symbol());
        if (instrument == null) {
            throw new IllegalStateException("Not one of the symbols of this run: " + terms);
        }
        return new Request.Replace(
                nextId(), latest.id(), terms.at(qty, price(instrument, changes)));
    }

    private static boolean cancelable(Chain chain) {
        return chain.latest().terms().rests() && chain.pendingCancels() == 0;
    }

    private static boolean replaceable(Chain chain) {
        return cancelable(chain) && chain.pendingReplaces() < 2;
    }

    /** One of the open orders that qualifies, or none when a few tries find none. */
    private Optional<Chain> pick(List<Chain> open, Predicate<Chain> qualifies) {
        for (int tries = 0; tries < PICKS && !open.isEmpty(); tries++) {
            Chain chain = open.get(changes.nextInt(open.size()));
            if (qualifies.test(chain)) {
                return Optional.of(chain);
            }
        }
        return Optional.empty();
    }

    private String nextId() {
        lastId++;
        return plan.idPrefix() + "-" + lastId;
    }
}
