package io.sluice.simulator.broker;

import io.sluice.simulator.broker.Report.CancelRejected;
import io.sluice.simulator.broker.Report.Execution;
import io.sluice.simulator.broker.Request.CancelOrder;
import io.sluice.simulator.broker.Request.NewOrder;
import io.sluice.simulator.broker.Request.ReplaceOrder;
import io.sluice.simulator.broker.Request.StatusQuery;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** A customer of an exchange in memory: asks, and reads the reports as lines of tags. */
final class Customer {

    static final Instant OPENING = Instant.parse("2026-01-05T09:30:00Z");

    private final Exchange exchange;
    private final List<Report> reports = new ArrayList<>();
    private Instant now = OPENING;

    Customer(Exchange exchange) {
        this.exchange = exchange;
    }

    static Customer of(long seed) {
        return new Customer(exchange(seed));
    }

    static Exchange exchange(long seed) {
        return new Exchange(new Numbering("ALPHA", OPENING), new SplittableRandom(seed));
    }

    static Terms limit(char side, String qty, String symbol, String price) {
        return new Terms(
                "ACC1",
                symbol,
                side,
                new BigDecimal(qty),
                '2',
                Optional.of(new BigDecimal(price)),
                '0');
    }

    static Terms market(char side, String qty, String symbol) {
        return new Terms("ACC1", symbol, side, new BigDecimal(qty), '1', Optional.empty(), '0');
    }

    static Terms with(char timeInForce, Terms terms) {
        return new Terms(
                terms.account(),
                terms.symbol(),
                terms.side(),
                terms.qty(),
                terms.ordType(),
                terms.price(),
                timeInForce);
    }

    List<String> buys(String clOrdId, String qty, String symbol, String price) {
        return sends(clOrdId, limit('1', qty, symbol, price));
    }

    List<String> sells(String clOrdId, String qty, String symbol, String price) {
        return sends(clOrdId, limit('2', qty, symbol, price));
    }

    List<String> sends(String clOrdId, Terms terms) {
        return asks(new NewOrder(clOrdId, terms, false));
    }

    List<String> sendsAgain(String clOrdId, Terms terms) {
        return asks(new NewOrder(clOrdId, terms, true));
    }

    List<String> cancels(String clOrdId, String origClOrdId, String symbol) {
        return asks(new CancelOrder(clOrdId, origClOrdId, symbol, '1', false));
    }

    List<String> replaces(String clOrdId, String origClOrdId, Terms terms) {
        return asks(new ReplaceOrder(clOrdId, origClOrdId, terms, false));
    }

    List<String> queries(String clOrdId, String symbol) {
        return asks(new StatusQuery(clOrdId, symbol, '1', "", false));
    }

    List<String> asks(Request request) {
        return hears(exchange.receive(request, now));
    }

    List<String> waits(Duration duration) {
        now = now.plus(duration);
        return hears(exchange.tick(now));
    }

    /** Every report so far. */
    List<Report> reports() {
        return reports;
    }

    List<Execution> executions() {
        return reports.stream()
                .filter(Execution.class::isInstance)
                .map(Execution.class::cast)
                .toList();
    }

    private List<String> hears(List<Report> heard) {
        reports.addAll(heard);
        return heard.stream().map(Customer::line).toList();
    }

    private static String line(Report report) {
        return switch (report) {
            case Execution execution -> line(execution);
            case CancelRejected reject ->
                    "9 11=%s 41=%s 39=%s 434=%s 102=%d"
                            .formatted(
                                    reject.clOrdId(),
                                    reject.origClOrdId(),
                                    reject.status().code(),
                                    reject.responseTo(),
                                    reject.cxlRejReason());
        };
    }

    private static String line(Execution execution) {
        Order order = execution.order();
        StringBuilder line = new StringBuilder("8 11=").append(execution.clOrdId());
        if (!execution.origClOrdId().isEmpty()) {
            line.append(" 41=").append(execution.origClOrdId());
        }
        line.append(" 150=").append(execution.execType().code());
        line.append(" 39=").append(order.status().code());
        line.append(" 38=").append(order.terms().qty().toPlainString());
        line.append(" 14=").append(order.cumQty().toPlainString());
        line.append(" 151=").append(order.leavesQty().toPlainString());
        if (execution.execType() == ExecType.TRADE) {
            line.append(" 32=").append(execution.lastQty().toPlainString());
            line.append(" 31=").append(execution.lastPx().toPlainString());
        }
        execution.ordRejReason().ifPresent(reason -> line.append(" 103=").append(reason));
        return line.append(execution.repeat() ? " again" : "").toString();
    }
}
