package io.sluice.simulator.dropcopy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Holds each copy against the rules of the feed and what was told before. Single-threaded. */
final class CopyRules {

    /** A correction and a bust may take back what has traded (FIX 4.4 Vol 4, 35=8). */
    private static final Set<String> TAKES_BACK = Set.of("G", "H");

    private static final String STATUS_ANSWER = "I";

    private final Memory memory = new Memory();
    private List<Violation> found = new ArrayList<>();

    /** What is wrong with the copy, which is remembered from now on. */
    List<Violation> check(Copy copy) {
        found = new ArrayList<>();
        if (copy.isExecution()) {
            execution(copy);
        } else if (copy.isCancelReject()) {
            cancelReject(copy);
        } else {
            add("msg-type", "MsgType(35) is neither 8 nor 9, was " + copy.text(CopyField.MSG_TYPE));
            return found;
        }
        require(copy, CopyField.OMS, "on-behalf-of", "OnBehalfOfCompID(115)");
        require(copy, CopyField.ORDER_ID, "order-id", "OrderID(37)");
        return found;
    }

    private void execution(Copy copy) {
        String indicator = copy.text(CopyField.COPY_MSG_INDICATOR);
        if (!indicator.equals("Y")) {
            add(
                    "copy-indicator",
                    "CopyMsgIndicator(797) is not Y on an ExecutionReport, was '%s'"
                            .formatted(indicator));
        }
        if (copy.text(CopyField.EXEC_TYPE).equals(STATUS_ANSWER)) {
            add("status-answer", "an answer to a status request was copied: ExecType(150)=I");
        }
        require(copy, CopyField.EXEC_ID, "exec-id", "ExecID(17)");
        if (!isRepeat(copy)) {
            cumQty(copy);
        }
    }

    private void cancelReject(Copy copy) {
        if (copy.has(CopyField.COPY_MSG_INDICATOR)) {
            add(
                    "copy-indicator",
                    "CopyMsgIndicator(797) is no field of an OrderCancelReject, was '%s'"
                            .formatted(copy.text(CopyField.COPY_MSG_INDICATOR)));
        }
    }

    private boolean isRepeat(Copy copy) {
        String execId = copy.text(CopyField.EXEC_ID);
        if (execId.isEmpty()) {
            return false;
        }
        Integer before = memory.execution(execId);
        if (before == null) {
            memory.told(execId, copy.fingerprint());
            return false;
        }
        if (!copy.isMarked()) {
            add("repeat", "ExecID(17) " + execId + " came again, and is not marked");
        }
        if (before != copy.fingerprint()) {
            add("repeat-changed", "ExecID(17) " + execId + " came again and tells something else");
        }
        return true;
    }

    private void cumQty(Copy copy) {
        Optional<BigDecimal> told = number(copy.text(CopyField.CUM_QTY));
        if (told.isEmpty()) {
            add(
                    "cum-qty",
                    "CumQty(14) is no number, was '%s'".formatted(copy.text(CopyField.CUM_QTY)));
            return;
        }
        BigDecimal before = memory.cumQty(copy);
        BigDecimal now = told.get();
        if (TAKES_BACK.contains(copy.text(CopyField.EXEC_TYPE))) {
            memory.cumQty(copy, now);
            return;
        }
        if (now.compareTo(before) < 0 && !copy.isMarked()) {
            add(
                    "cum-qty",
                    "CumQty(14) of order %s fell from %s to %s"
                            .formatted(
                                    copy.text(CopyField.ORDER_ID),
                                    before.toPlainString(),
                                    now.toPlainString()));
        }
        memory.cumQty(copy, now.max(before));
    }

    private static Optional<BigDecimal> number(String text) {
        return text.matches("-?[0-9]{1,30}(\\.[0-9]{0,30})?")
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }

    private void require(Copy copy, CopyField field, String rule, String name) {
        if (copy.text(field).isEmpty()) {
            add(rule, name + " is missing");
        }
    }

    private void add(String rule, String text) {
        found.add(new Violation(rule, text));
    }
}
