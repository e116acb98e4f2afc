package io.sluice.app.demo;

import java.util.List;

/** Whether OMS, brokers and router tell the same story. */
record Verdict(Counts counts, List<String> disagreements) {

    private static final int SHOWN = 20;

    /** How much was compared. */
    record Counts(
            int omsOrders,
            int brokerOrders,
            int bookOrders,
            int brokerFills,
            int omsFills,
            int positions) {}

    Verdict {
        disagreements = List.copyOf(disagreements);
    }

    static Verdict of(OmsTruth oms, BrokerTruth brokers, Book book) {
        return new Comparison(oms, brokers, book).verdict();
    }

    boolean agrees() {
        return disagreements.isEmpty();
    }

    /** The counts, each disagreement in a line, and the verdict itself last. */
    String text() {
        StringBuilder text = new StringBuilder();
        text.append("orders     OMS ").append(counts.omsOrders());
        text.append(", router ").append(counts.bookOrders());
        text.append(", brokers ").append(counts.brokerOrders()).append('\n');
        text.append("fills      brokers ").append(counts.brokerFills());
        text.append(", told to the OMS ").append(counts.omsFills()).append('\n');
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
                                ? "the ledgers of OMS and brokers and the router's book agree"
                                : disagreements.size() + " disagreements")
                .toString();
    }
}
