package io.sluice.app.demo;

import io.sluice.app.RouterClient;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether OMS, brokers and router tell the same story.
 *
 * @param copies what was copied, where a drop-copy reader was compared too
 */
public record Verdict(Counts counts, Optional<Copies> copies, List<String> disagreements) {

    private static final int SHOWN = 20;

    /** How much was compared. */
    public record Counts(
            int omsOrders,
            int brokerOrders,
            int bookOrders,
            int brokerFills,
            int omsFills,
            int positions) {}

    /** How many reports the OMS was told, and how many the drop-copy reader, each once. */
    public record Copies(int told, int copied) {}

    public Verdict {
        disagreements = List.copyOf(disagreements);
    }

    /** On the ledgers of the simulators and the book of a running router. */
    public static Verdict of(Path omsLedger, Path brokerLedger, RouterClient router)
            throws IOException {
        return of(
                new OmsTruth(Ledger.read(omsLedger)),
                new BrokerTruth(Ledger.read(brokerLedger)),
                Book.read(router));
    }

    static Verdict of(OmsTruth oms, BrokerTruth brokers, Book book) {
        return new Comparison(oms, brokers, book).verdict();
    }

    /** The same with what the drop-copy reader was told held against what the OMS was. */
    Verdict and(Reports told, Reports copied) {
        List<String> all = new ArrayList<>(disagreements);
        all.addAll(new CopyComparison(told, copied).disagreements());
        return new Verdict(
                counts, Optional.of(new Copies(told.byId().size(), copied.byId().size())), all);
    }

    public boolean agrees() {
        return disagreements.isEmpty();
    }

    /** The counts, each disagreement in a line, and the verdict itself last. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append("orders     OMS ").append(counts.omsOrders());
        text.append(", router ").append(counts.bookOrders());
        text.append(", brokers ").append(counts.brokerOrders()).append('\n');
        text.append("fills      brokers ").append(counts.brokerFills());
        text.append(", told to the OMS ").append(counts.omsFills()).append('\n');
        copies.ifPresent(
                it -> {
                    text.append("reports    told to the OMS ").append(it.told());
                    text.append(", drop copies ").append(it.copied()).append('\n');
                });
        text.append("positions  ").append(counts.positions()).append('\n');
        disagreements.stream()
                .limit(SHOWN)
                .forEach(line -> text.append("DISAGREE   ").append(line).append('\n'));
        if (disagreements.size() > SHOWN) {
            text.append("           and ").append(disagreements.size() - SHOWN).append(" more\n");
        }
        return text.append("verdict    ")
                .append(
                        agrees()
                                ? "the ledgers of " + who() + " and the router's book agree"
                                : disagreements.size() + " disagreements")
                .toString();
    }

    private String who() {
        return copies.isPresent() ? "OMS, brokers and drop copy" : "OMS and brokers";
    }
}
