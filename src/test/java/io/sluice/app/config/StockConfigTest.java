package io.sluice.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.adapter.fix.FixSettingsSession;
import io.sluice.order.Account;
import io.sluice.order.Instrument;
import io.sluice.order.OmsId;
import io.sluice.order.Price;
import io.sluice.order.Qty;
import io.sluice.order.Symbol;
import io.sluice.order.VenueId;
import io.sluice.routing.RoutingRule;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

class StockConfigTest {

    private final Loaded loaded = ConfigLoader.load(Path.of("config"));

    private Config config() {
        return loaded.config().orElseThrow();
    }

    @Test
    void theStockConfigurationHasNoMistakeAndNoWarning() {
        assertThat(loaded.mistakes()).isEmpty();
        assertThat(loaded.warnings()).isEmpty();
        assertThat(loaded.config()).isPresent();
    }

    @Test
    void theRouterIsReadAsWritten() {
        RouterSettings router = config().router();

        assertThat(router.environment()).isEqualTo("simulation");
        assertThat(router.accounts()).containsExactly(new Account("ACC1"), new Account("ACC2"));
        assertThat(router.tradingDay())
                .isEqualTo(
                        new RouterSettings.TradingDaySettings(
                                ZoneId.of("America/New_York"), LocalTime.of(17, 0), 2));
        assertThat(router.journal().durability()).isEqualTo(RouterSettings.Durability.DISK);
        assertThat(router.console())
                .isEqualTo(new RouterSettings.HttpSettings("127.0.0.1", 8080, true));
        assertThat(router.engine().waiting()).isEqualTo(RouterSettings.Wait.PARK);
        assertThat(Objects.requireNonNull(router.venues().get(new VenueId("DELTA"))).session())
                .isEqualTo("FIX.4.4:SLUICE->DELTA");
    }

    @Test
    void whatAsksForDeltaGoesThereAndAllElseToAlphaFirst() {
        List<RoutingRule> routes = config().router().routes();

        assertThat(routes).hasSize(3);
        assertThat(routes.get(0).exDestination()).contains("DELTA");
        assertThat(routes.get(0).venues()).containsExactly(new VenueId("DELTA"));
        assertThat(routes.get(1).symbolPattern()).contains("SIM.*");
        assertThat(routes.get(2))
                .isEqualTo(
                        new RoutingRule(
                                "equities",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(new VenueId("ALPHA"), new VenueId("DELTA"))));
    }

    @Test
    void everyStockInstrumentHasACollar() {
        assertThat(config().instruments()).hasSize(28);
        assertThat(config().limits().symbol().keySet()).isEqualTo(config().instruments().keySet());
        assertThat(collar("SIM.FILL")).isEqualByComparingTo("50");
        assertThat(collar("AAPL")).isEqualByComparingTo("5");
        assertThat(config().limits().firm().maxOrderQty()).contains(Qty.of("1000000"));
    }

    @Test
    void anInstrumentIsReadAsWritten() {
        Instrument apple = config().instruments().get(new Symbol("AAPL"));

        assertThat(apple)
                .isEqualTo(
                        new Instrument(
                                new Symbol("AAPL"),
                                "AAPL",
                                new BigDecimal("0.01"),
                                BigDecimal.ONE,
                                "USD",
                                BigDecimal.ONE,
                                Price.of("190.00")));
    }

    @Test
    void theStockSessionsAreThoseOfTheDesign() {
        assertThat(config().oms().sessions())
                .extracting(it -> new OmsId(it.compId()))
                .containsExactly(new OmsId("OMS44"), new OmsId("DEMO"), new OmsId("DROP44"));
        assertThat(config().oms().sessions().stream().filter(it -> !it.isOms()))
                .extracting(FixSettingsSession::compId)
                .containsExactly("DROP44");
        assertThat(config().oms().sessions())
                .allSatisfy(it -> assertThat(it.defaultAccount()).contains("ACC1"));
        assertThat(config().brokers().sessions())
                .extracting(it -> it.value("SocketConnectPort").orElseThrow())
                .containsExactly("9891", "9894");
    }

    private BigDecimal collar(String symbol) {
        return Objects.requireNonNull(config().limits().symbol().get(new Symbol(symbol)))
                .priceCollarPercent()
                .orElseThrow();
    }
}
