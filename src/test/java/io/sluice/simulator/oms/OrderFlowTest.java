package io.sluice.simulator.oms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

class OrderFlowTest {

    private static final BigDecimal COLLAR = new BigDecimal("0.05");

    @Test
    void theSameSeedGivesTheSameStream() {
        assertThat(stream(7, 500, 40)).isEqualTo(stream(7, 500, 40));
        assertThat(stream(7, 500, 40)).isNotEqualTo(stream(8, 500, 40));
    }

    @Test
    void theSameSeedGivesTheSameOrdersWhateverIsAnswered() {
        List<Terms> busy = terms(stream(7, 500, 20));
        List<Terms> calm = terms(stream(7, 500, 400));

        int both = Math.min(busy.size(), calm.size());
        assertThat(both).isGreaterThan(50);
        assertThat(busy.subList(0, both)).isEqualTo(calm.subList(0, both));
    }

    @Test
    void pricesLieOnTheTickAndWithinTheCollar() {
        for (Request request : stream(3, 3_000, 50)) {
            BigDecimal reference = reference(request.terms().symbol());
            Optional<BigDecimal> price = request.terms().price();
            assertThat(price.isEmpty()).isEqualTo(request.terms().ordType().equals(Terms.MARKET));
            price.ifPresent(
                    one -> {
                        assertThat(one.remainder(new BigDecimal("0.01"))).isZero();
                        assertThat(one.subtract(reference).abs())
                                .isLessThanOrEqualTo(reference.multiply(COLLAR));
                    });
        }
    }

    @Test
    void everyKindOfRequestAndOfOrderOccurs() {
        List<Request> stream = stream(11, 2_000, 100);

        assertThat(stream.stream().map(Request::msgType)).contains("D", "F", "G", "H");
        assertThat(stream.stream().map(request -> request.terms().ordType())).contains("1", "2");
        assertThat(stream.stream().map(request -> request.terms().tif()))
                .contains("0", "1", "3", "4");
        assertThat(stream.stream().map(request -> request.terms().side())).contains("1", "2");
        assertThat(stream.stream().map(request -> request.terms().symbol())).contains("SIM.DUP");
    }

    @Test
    void idsAreUnique() {
        assertThat(stream(5, 1_000, 50).stream().map(Request::id)).doesNotHaveDuplicates();
    }

    @Test
    void openOrdersStayBoundedAndTheOldestIsCanceledFirst() {
        Checker checker = new Checker(Set.of(), _ -> {});
        OrderFlow flow = new OrderFlow(plan(1, 3));
        run(flow, checker, 200);

        assertThat(checker.open()).hasSizeLessThanOrEqualTo(12);
        assertThat(flow.next(checker.open())).isEmpty();
    }

    @Test
    void theOldestOrderIsCanceledWhenTooManyAreOpen() {
        Checker checker = new Checker(Set.of(), _ -> {});
        OrderFlow flow = new OrderFlow(plan(1, 1));

        List<Request> requests = run(flow, checker, 2);

        assertThat(requests.getLast())
                .isInstanceOfSatisfying(
                        Request.Cancel.class,
                        cancel ->
                                assertThat(cancel.origClOrdId())
                                        .isEqualTo(requests.getFirst().id()));
    }

    @Test
    void aReplaceAsksForMoreThanHasTraded() {
        Conversation oms = new Conversation();
        oms.hears("150=F|39=1|32=250|31=190|14=250|151=50|6=190");
        OrderFlow flow = new OrderFlow(plan(9, 50, new Mix(1, 0, 1_000, 0)));

        List<Request> replaces =
                Stream.generate(() -> flow.next(oms.checker.open()).orElseThrow())
                        .limit(50)
                        .filter(Request.Replace.class::isInstance)
                        .toList();

        assertThat(replaces)
                .isNotEmpty()
                .allMatch(one -> one.terms().qty().compareTo(new BigDecimal("250")) > 0);
    }

    private static List<Request> stream(long seed, int count, int maxOpen) {
        return run(new OrderFlow(plan(seed, maxOpen)), new Checker(Set.of(), _ -> {}), count);
    }

    private static List<Request> run(OrderFlow flow, Checker checker, int count) {
        List<Request> requests = new ArrayList<>();
        for (int turn = 0; turn < count; turn++) {
            Optional<Request> next = flow.next(checker.open());
            next.ifPresent(
                    request -> {
                        checker.sent(request, 0);
                        requests.add(request);
                        finishEverySecond(checker, request);
                    });
        }
        return requests;
    }

    /** A venue that rejects orders with an even number and never answers the others. */
    private static void finishEverySecond(Checker checker, Request request) {
        int number = Integer.parseInt(request.id().substring(request.id().indexOf('-') + 1));
        if (request instanceof Request.NewOrder && number % 2 == 0) {
            checker.refused(Answer.parse("35=j"), request.id());
        }
    }

    private static List<Terms> terms(List<Request> stream) {
        return stream.stream()
                .filter(Request.NewOrder.class::isInstance)
                .map(Request::terms)
                .toList();
    }

    private static BigDecimal reference(String symbol) {
        return Instrument.parse(symbol).getFirst().reference();
    }

    private static OrderFlow.Plan plan(long seed, int maxOpen) {
        return plan(seed, maxOpen, Mix.STOCK);
    }

    private static OrderFlow.Plan plan(long seed, int maxOpen, Mix mix) {
        return new OrderFlow.Plan(
                seed, "R", Instrument.stock(), List.of("ACC1", "ACC2"), mix, maxOpen);
    }
}
