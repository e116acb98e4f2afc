package io.sluice.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.adapter.fix.FixFields;
import io.sluice.app.RunningRouter;
import io.sluice.app.config.Config;
import io.sluice.app.config.ConfigLoader;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What an OMS sees of each SIM.* symbol: a whole router between it and the simulated brokers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandlesIT {

    private Brokers brokers;
    private RunningRouter router;
    private FixPeer oms;
    private int orders;

    @BeforeAll
    void everyoneIsUp(@TempDir Path dir) throws Exception {
        brokers = Brokers.start(dir.resolve("brokers"));
        Map<String, String> overrides = Routers.overrides(brokers.ports());
        overrides.put("venues.ALPHA.silentAfterSeconds", "1");
        Config config = ConfigLoader.load(Routers.CONFIG, overrides).config().orElseThrow();
        router = RunningRouter.start(config, dir.resolve("data"));
        oms = new FixPeer("OMS44");
        oms.connect(router.omsPort());
        Await.until("ALPHA takes orders", this::alphaTakesOrders);
    }

    /** The first order that is not denied for want of a venue. */
    private boolean alphaTakesOrders() {
        String id = buys("SIM.REJECT", "1");
        return !hears(id).find(58).orElse("").startsWith("NO_VENUE_UP");
    }

    @AfterAll
    void everyoneLeaves() {
        oms.close();
        router.close();
        brokers.close();
    }

    @Test
    void fillIsAcknowledgedAndFilled() {
        String id = buys("SIM.FILL", "100");

        sees(id, "150=0 39=0 14=0 151=100");
        sees(id, "150=F 39=2 14=100 151=0 32=100 31=10.00");
        nothingMore();
    }

    @Test
    void restIsReplacedAndCanceled() {
        String id = buys("SIM.REST", "100");
        sees(id, "150=0 39=0 151=100");

        oms.send(
                "G",
                "41=%s|11=%sR|55=SIM.REST|54=1|38=150|40=2|44=10.00|%s".formatted(id, id, NOW));
        sees(id + "R", "150=5 39=0 38=150 151=150 41=" + id);
        oms.send("F", "41=%sR|11=%sX|55=SIM.REST|54=1|38=150|%s".formatted(id, id, NOW));
        sees(id + "X", "150=4 39=4 14=0 151=0 41=" + id + "R");
        nothingMore();
    }

    @Test
    void partialIsHalfFilledAndTheRestCanBeCanceled() {
        String id = buys("SIM.PARTIAL", "100");

        sees(id, "150=0 39=0 14=0");
        sees(id, "150=F 39=1 14=50 151=50 32=50");
        oms.send("F", "41=%s|11=%sX|55=SIM.PARTIAL|54=1|38=100|%s".formatted(id, id, NOW));
        sees(id + "X", "150=4 39=4 14=50 151=0");
        nothingMore();
    }

    @Test
    void rejectIsRejectedWithAReason() {
        String id = buys("SIM.REJECT", "100");

        FixFields report = sees(id, "150=8 39=8 14=0 151=0");
        assertThat(report.find(58)).isPresent();
        nothingMore();
    }

    @Test
    void silentIsAskedAboutAndHeardOfAsNew() {
        String id = buys("SIM.SILENT", "100");

        FixFields report = sees(id, "150=0 39=0 14=0 151=100");
        assertThat(report.find(17)).isPresent().get().isNotEqualTo("0");
        nothingMore();
    }

    @Test
    void slowIsFilledInTheEnd() {
        String id = buys("SIM.SLOW", "100");

        sees(id, "150=0 39=0 14=0");
        sees(id, "150=F 39=2 14=100");
    }

    @Test
    void lateFillComesBeforeTheCancelIsTooLate() {
        String id = buys("SIM.LATEFILL", "100");
        sees(id, "150=0 39=0");

        oms.send("F", "41=%s|11=%sX|55=SIM.LATEFILL|54=1|38=100|%s".formatted(id, id, NOW));
        sees(id, "150=F 39=2 14=100");
        sees(id + "X", "35=9 434=1 102=0 41=" + id);
        nothingMore();
    }

    @Test
    void dupIsToldOnce() {
        String id = buys("SIM.DUP", "100");

        FixFields accepted = sees(id, "150=0 39=0");
        FixFields filled = sees(id, "150=F 39=2 14=100");
        assertThat(accepted.find(17)).isNotEqualTo(filled.find(17));
        nothingMore();
    }

    @Test
    void unknownFieldsReachTheBrokerAndComeBack() throws Exception {
        String id = newId();
        String order = "11=%s|55=SIM.FILL|54=1|38=100|40=2|44=10.00|%s".formatted(id, NOW);
        try (RawFix demo = new RawFix(router.omsPort(), "DEMO", 1)) {
            demo.logOn();
            demo.send(
                    "D", order + "|9100=2|9101=a|9102=b|9101=c|9102=d|1138=50|20001=x y|58=hello");

            assertThat(custom(demo.hears("8"))).isEqualTo(CUSTOM);
            assertThat(custom(demo.hears("8"))).isEqualTo(CUSTOM);
        }
        assertThat(brokers.ledger())
                .filteredOn(line -> line.contains("\"t\":\"received\""))
                .filteredOn(line -> line.contains("\"20001\":\"x y\""))
                .singleElement()
                .asString()
                .contains("\"9100\":\"2\",\"9101\":[\"a\",\"c\"],\"9102\":[\"b\",\"d\"]")
                .contains("\"1138\":\"50\"")
                .contains("hello");
    }

    private static final String CUSTOM = "9100=2 9101=a 9102=b 9101=c 9102=d 20001=x y";
    private static final String NOW = "60=20260302-09:00:00";

    private static String custom(FixFields report) {
        return report.all().stream()
                .filter(field -> field.tag() >= 5_000)
                .map(field -> field.tag() + "=" + field.value())
                .collect(Collectors.joining(" "));
    }

    private String newId() {
        orders++;
        return "H" + orders;
    }

    private String buys(String symbol, String qty) {
        String id = newId();
        oms.send(
                "D",
                "11=%s|55=%s|54=1|38=%s|40=2|44=10.00|59=0|%s".formatted(id, symbol, qty, NOW));
        return id;
    }

    private FixFields hears(String clOrdId) {
        return oms.hears("of " + clOrdId, it -> it.find(11).orElse("").equals(clOrdId));
    }

    /** The next report is on this id and holds these fields. */
    private FixFields sees(String clOrdId, String fields) {
        FixFields report = hears(clOrdId);
        String text =
                report.all().stream()
                        .map(field -> field.tag() + "=" + field.value())
                        .collect(Collectors.joining(" ", " ", " "));
        for (String field : List.of(fields.split(" ", -1))) {
            assertThat(text).contains(" " + field + " ");
        }
        return report;
    }

    private void nothingMore() {
        oms.settle();
        assertThat(oms.next().map(FixFields::all)).isEmpty();
    }
}
