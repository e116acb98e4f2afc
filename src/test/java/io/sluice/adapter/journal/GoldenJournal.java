package io.sluice.adapter.journal;

import io.sluice.adapter.journal.JournalSettings.Durability;
import io.sluice.order.Account;
import io.sluice.order.CarriedFields;
import io.sluice.order.CheckResult;
import io.sluice.order.ClOrdId;
import io.sluice.order.Denial;
import io.sluice.order.DenialCode;
import io.sluice.order.Event;
import io.sluice.order.ExecId;
import io.sluice.order.ExecType;
import io.sluice.order.Execution;
import io.sluice.order.Link;
import io.sluice.order.OmsId;
import io.sluice.order.OrdStatus;
import io.sluice.order.OrderEvent;
import io.sluice.order.OrderId;
import io.sluice.order.OrderType;
import io.sluice.order.Price;
import io.sluice.order.Qty;
import io.sluice.order.Side;
import io.sluice.order.Symbol;
import io.sluice.order.Terms;
import io.sluice.order.TimeInForce;
import io.sluice.order.Trade;
import io.sluice.order.VenueClOrdId;
import io.sluice.order.VenueExecId;
import io.sluice.order.VenueId;
import io.sluice.order.VenueOrderId;
import io.sluice.order.VenueReport;
import io.sluice.port.Frame;
import io.sluice.port.Frame.FixNumbers;
import io.sluice.port.Frame.FixReset;
import io.sluice.port.Frame.FixStored;
import io.sluice.port.Frame.Happened;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the golden journal in the test resources holds, in today's words. The file is that of the
 * first released version and stays as it is; {@code main} made it.
 */
final class GoldenJournal {

    private static final Instant AT = Instant.parse("2026-01-02T03:04:05.000000006Z");
    private static final OrderId ORDER = new OrderId("S1-1");
    private static final VenueClOrdId REQUEST = new VenueClOrdId("S1QWERTY0001");
    private static final CarriedFields CARRIED = new CarriedFields("58=Zürich 東京\u0001");

    static List<Frame> frames() {
        return List.of(
                frame(0, new Event.RouterStarted("S1", 1_767_323_045L)),
                frame(1, new Event.DayRolled(LocalDate.of(2026, 1, 2))),
                frame(2, received(), routed()),
                frame(3, filled()),
                frame(4, denied()),
                frame(5, refused(), unmatched()),
                new Frame(
                        1_767_323_045L,
                        AT.plusSeconds(6),
                        List.of(
                                new FixStored(
                                        "FIX.4.4:SLUICE->ALPHA", 17, "8=FIX.4.4\u000135=D\u0001"),
                                new FixNumbers("FIX.4.4:SLUICE->ALPHA", 18, -1),
                                new FixReset("FIX.4.4:SLUICE->OMS44", AT))));
    }

    private static Frame frame(int number, Event... events) {
        List<Frame.Entry> entries =
                List.of(events).stream().<Frame.Entry>map(Happened::new).toList();
        return new Frame(1_767_323_045L, AT.plusSeconds(number), entries);
    }

    private static Event received() {
        Terms terms =
                new Terms(
                        new Account("ACC1"),
                        new Symbol("AAPL"),
                        Side.BUY,
                        OrderType.LIMIT,
                        Qty.of("100"),
                        Optional.of(Price.of("187.50")),
                        TimeInForce.DAY,
                        Optional.empty());
        return new OrderEvent.OrderReceived(
                ORDER, new OmsId("OMS44"), new ClOrdId("C1"), terms, CARRIED);
    }

    private static Event routed() {
        return new OrderEvent.OrderRouted(
                ORDER, new VenueId("ALPHA"), REQUEST, "equities", List.of(check(true)));
    }

    private static CheckResult check(boolean passed) {
        return new CheckResult(
                DenialCode.MAX_ORDER_QTY, "account:ACC1", "1000", "100", "900", passed);
    }

    private static Event filled() {
        Execution execution =
                new Execution(
                        new ExecId("E1"),
                        Optional.of(new VenueExecId("VE1")),
                        Optional.of(new VenueOrderId("VO1")),
                        REQUEST,
                        ExecType.TRADE,
                        OrdStatus.PARTIALLY_FILLED,
                        Qty.of("40"),
                        Qty.of("60"),
                        Price.of("187.4999999999999999999999"),
                        "",
                        CARRIED);
        return new OrderEvent.OrderFilled(
                ORDER, execution, new Trade(Qty.of("40"), Price.of("187.5")));
    }

    private static Event denied() {
        Denial denial = Denial.of(check(false), "too many");
        return new OrderEvent.OrderDenied(
                ORDER, new ExecId("E2"), denial, List.of(check(false), check(true)));
    }

    private static Event refused() {
        return new Event.RequestRefused(
                new OmsId("OMS44"),
                Link.Kind.CANCEL,
                new ClOrdId("C3"),
                new ClOrdId("C2"),
                Optional.of(ORDER),
                Denial.of(DenialCode.TOO_LATE, ""),
                List.of());
    }

    private static Event unmatched() {
        return new Event.ReportUnmatched(
                new VenueReport.RequestRejected(
                        new VenueId("ALPHA"), REQUEST, OrdStatus.FILLED, true, "late", CARRIED),
                "no such order");
    }

    /** Writes the file anew: only while no version of the router has been released. */
    public static void main(String[] args) throws IOException {
        Path directory = Files.createTempDirectory("golden");
        JournalSettings settings = TestJournal.settings(directory, Durability.DISK);
        try (FileJournal journal = FileJournal.open(settings, List.of())) {
            frames().forEach(journal::append);
        }
        Files.copy(directory.resolve(Segment.name(0)), Path.of(args[0]));
    }

    private GoldenJournal() {}
}
