package io.sluice.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.Fixtures;
import io.sluice.core.Killed;
import io.sluice.core.Now;
import io.sluice.core.Policy;
import io.sluice.core.Router;
import io.sluice.order.CarriedFields;
import io.sluice.order.ClOrdId;
import io.sluice.order.Command.CancelOrder;
import io.sluice.order.Command.Kill;
import io.sluice.order.Command.NewOrder;
import io.sluice.order.Command.Rearm;
import io.sluice.order.Command.ReplaceOrder;
import io.sluice.order.Event;
import io.sluice.order.Input;
import io.sluice.order.KillId;
import io.sluice.order.KillMode;
import io.sluice.order.KillScope;
import io.sluice.order.Link;
import io.sluice.order.OmsId;
import io.sluice.order.Order;
import io.sluice.order.OrderEvent;
import io.sluice.order.Price;
import io.sluice.order.Side;
import io.sluice.order.Symbol;
import io.sluice.order.Terms;
import io.sluice.order.VenueId;
import io.sluice.order.VenueReport.VenueDown;
import io.sluice.order.VenueReport.VenueUp;
import io.sluice.risk.Scope;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pure router with a list for a journal and a clock that stands still until told. */
final class InMemoryDriver implements Driver {

    private final Policy policy = Fixtures.policy(ScenarioLimits.limits());
    private final List<Happened> journal = new ArrayList<>();
    private final Map<VenueId, InMemoryVenue> venues = new HashMap<>();
    private final OmsEar ear = new OmsEar();
    private Router router = new Router(policy);
    private Instant now = Fixtures.MORNING;
    private long epoch = 1;

    private record Happened(Instant at, Event event) {}

    InMemoryDriver() {
        tell(new Input.Started("T", epoch));
    }

    @Override
    public void place(String oms, Wish wish) {
        tell(
                new NewOrder(
                        new OmsId(oms),
                        new ClOrdId(wish.clOrdId()),
                        terms(wish),
                        CarriedFields.NONE));
    }

    @Override
    public void replace(String oms, Wish wish) {
        tell(
                new ReplaceOrder(
                        new OmsId(oms),
                        new ClOrdId(wish.clOrdId()),
                        new ClOrdId(wish.origClOrdId()),
                        terms(wish),
                        CarriedFields.NONE));
    }

    @Override
    public void cancel(String oms, String clOrdId, String origClOrdId) {
        tell(
                new CancelOrder(
                        new OmsId(oms),
                        new ClOrdId(clOrdId),
                        new ClOrdId(origClOrdId),
                        CarriedFields.NONE));
    }

    @Override
    public Optional<Heard> nextHeard(String oms) {
        return ear.next(new OmsId(oms));
    }

    @Override
    public Optional<String> nextAtVenue(String venue) {
        return venue(new VenueId(venue)).nextReceived();
    }

    @Override
    public void act(String venue, Act act, String clOrdId, String qty, String price) {
        InMemoryVenue it = venue(new VenueId(venue));
        if (act == Act.REPEATS_LAST_REPORT) {
            tell(it.lastReport());
            return;
        }
        ClOrdId id = new ClOrdId(clOrdId);
        Order order = router.orders().find(new OmsId("OMS44"), id).orElseThrow();
        Optional<ClOrdId> wanted = act == Act.REFUSES_KILL ? Optional.empty() : Optional.of(id);
        Link link =
                order.links().reversed().stream()
                        .filter(each -> each.clOrdId().equals(wanted))
                        .findFirst()
                        .orElseThrow();
        tell(it.act(act, order, link, qty, price));
    }

    @Override
    public void venueUp(String venue) {
        tell(new VenueUp(new VenueId(venue)));
    }

    @Override
    public void venueDown(String venue) {
        tell(new VenueDown(new VenueId(venue), "link lost"));
    }

    @Override
    public void restartRouter() {
        router = replayed();
        epoch++;
        tell(new Input.Started("T", epoch));
    }

    @Override
    public void kill(String killId, String scope, String mode) {
        tell(
                new Kill(
                        new KillId(killId),
                        KillScope.parse(scope),
                        KillMode.valueOf(mode),
                        "a test",
                        "ann"));
    }

    @Override
    public boolean rearm(String scope) {
        KillScope it = KillScope.parse(scope);
        boolean blocked = router.blocks().stream().anyMatch(block -> block.scope().equals(it));
        tell(new Rearm(it, "the test is over", "ann"));
        return blocked;
    }

    @Override
    public String killState(String killId) {
        Killed it = router.kill(new KillId(killId)).orElseThrow();
        return "%s, %d of %d left".formatted(it.state(), it.left().size(), it.targets().size());
    }

    @Override
    public void letSecondsPass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            now = now.plusSeconds(1);
            tell(new Input.Tick());
        }
    }

    @Override
    public String position(String account, String symbol) {
        return router.exposures()
                .position(new Scope(Scope.Kind.ACCOUNT, account), new Symbol(symbol))
                .toPlainString();
    }

    @Override
    public String open(String symbol) {
        Symbol it = new Symbol(symbol);
        return router.exposures()
                .openBuys(Scope.FIRM, it)
                .add(router.exposures().openSells(Scope.FIRM, it))
                .toPlainString();
    }

    @Override
    public void checkReplay() {
        assertThat(replayed().state()).isEqualTo(router.state());
        assertThat(Router.restored(policy, router.state()).state()).isEqualTo(router.state());
    }

    @Override
    public void close() {}

    private void tell(Input input) {
        decide(input);
        while (router.killsAreDue(now)) {
            decide(new Input.GoOnKilling());
        }
    }

    private void decide(Input input) {
        List<Event> events = router.decide(input, Now.at(now));
        for (Event event : events) {
            router.apply(event, now);
            journal.add(new Happened(now, event));
        }
        events.forEach(this::told);
    }

    private void told(Event event) {
        ear.listen(event, router.orders());
        if (event instanceof OrderEvent it) {
            Order order = router.orders().get(it.orderId());
            order.venue().ifPresent(venue -> venue(venue).take(event, order));
        }
    }

    private InMemoryVenue venue(VenueId id) {
        return venues.computeIfAbsent(id, InMemoryVenue::new);
    }

    private Router replayed() {
        Router fresh = new Router(policy);
        journal.forEach(it -> fresh.apply(it.event(), it.at()));
        return fresh;
    }

    private static Terms terms(Wish wish) {
        Optional<Price> price =
                wish.price().isEmpty() ? Optional.empty() : Optional.of(Price.of(wish.price()));
        return Fixtures.terms(Side.valueOf(wish.side()), wish.qty(), wish.symbol(), price);
    }
}
