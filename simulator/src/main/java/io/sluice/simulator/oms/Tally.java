package io.sluice.simulator.oms;

import java.util.regex.Pattern;

/** Counts what was sent and answered. Mutable; guarded by the lock of its desk. */
final class Tally {

    /** A denial begins with its code: a word in capitals. */
    private static final Pattern DENIAL = Pattern.compile("[A-Z][A-Z0-9_]+ .*", Pattern.DOTALL);

    long orders;
    long acked;
    long fills;
    long denied;
    long rejected;
    long canceled;
    long expired;
    long replaced;
    long cancelRejects;
    long statuses;
    long marked;
    long earlier;
    long violations;

    void sent(Request request) {
        if (request instanceof Request.NewOrder) {
            orders++;
        }
    }

    void report(Answer report) {
        switch (report.text(FixTag.EXEC_TYPE)) {
            case "0" -> acked++;
            case "F" -> fills++;
            case "4" -> canceled++;
            case "C" -> expired++;
            case "5" -> replaced++;
            case "8" -> reject(report.text(FixTag.TEXT));
            case "I" -> statuses++;
            default -> {}
        }
    }

    private void reject(String text) {
        if (DENIAL.matcher(text).matches()) {
            denied++;
        } else {
            rejected++;
        }
    }
}
