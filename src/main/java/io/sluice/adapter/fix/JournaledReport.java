package io.sluice.adapter.fix;

import io.sluice.port.Frame;

import java.util.Optional;
import java.util.Set;

/**
 * A report to an OMS, as an entry of the journal keeps it: an ExecutionReport(8) that is no answer
 * to a status request, or an OrderCancelReject(9). Immutable.
 *
 * @param session the OMS's
 */
public record JournaledReport(String session, String msgType, String body) {

    /** Header fields that a message of ours may have; no report begins with one of them. */
    private static final Set<Integer> HEADER =
            Set.of(8, 9, 34, 35, 43, 49, 50, 52, 56, 57, 97, 115, 122, 142, 143, 369);

    /** ExecID(17) of the answer to a status request, and of nothing else. */
    private static final String NO_EXECUTION = "0";

    /** CopyMsgIndicator(797): FIX 4.4 knows it on ExecutionReport(8) only. */
    private static final String COPY_MARK = "797=Y" + FixFields.SOH;

    /** The report that an entry told an OMS for the first time; nothing of all other entries. */
    public static Optional<JournaledReport> of(Frame.Entry entry) {
        return switch (entry) {
            case Frame.FixHeld held ->
                    Optional.of(new JournaledReport(held.session(), held.msgType(), held.body()));
            case Frame.FixStored stored when isReport(stored.text()) ->
                    Optional.of(
                            new JournaledReport(
                                    stored.session(),
                                    FixText.msgType(stored.text()),
                                    body(stored.text())));
            case Frame.FixStored _,
                    Frame.Happened _,
                    Frame.FixNumbers _,
                    Frame.FixReset _,
                    Frame.FixCopied _,
                    Frame.FixProven _,
                    Frame.FixSubscribed _ ->
                    Optional.empty();
        };
    }

    /**
     * Whether a message of ours must reach its OMS. Asked of ExecID(17), which stands before
     * everything that a broker may have put into a report.
     */
    static boolean isReport(String message) {
        return switch (FixText.msgType(message)) {
            case "8" -> !FixText.field(message, Tags.EXEC_ID).equals(NO_EXECUTION);
            case "9" -> true;
            default -> false;
        };
    }

    /** What stands between header and trailer, byte for byte. */
    static String body(String message) {
        int at = 0;
        int equals = message.indexOf('=');
        while (HEADER.contains(Integer.parseInt(message, at, equals, 10))) {
            at = message.indexOf(FixFields.SOH, equals) + 1;
            equals = message.indexOf('=', at);
        }
        return message.substring(at, message.length() - "10=000|".length());
    }

    /** The same report once more, to its own OMS or as a copy to someone who watches. */
    public OutboundMessage to(String receiver) {
        if (receiver.equals(session)) {
            return new OutboundMessage(msgType, body);
        }
        return new OutboundMessage(msgType, msgType.equals("8") ? marked() : body)
                .onBehalfOf(oms());
    }

    /** The OMS's CompID, as the session's name has it: FIX.4.4:SLUICE->OMS44/SUB:QUALIFIER. */
    private String oms() {
        return session.substring(session.indexOf("->") + 2).split("[/:]", 2)[0];
    }

    private String marked() {
        boolean hasMark = !FixText.field(FixFields.SOH + body, Tags.COPY_MSG_INDICATOR).isEmpty();
        return hasMark ? markedInstead() : COPY_MARK + body;
    }

    /** A broker's own mark gives way; a body that cannot be read goes as it is. */
    private String markedInstead() {
        StringBuilder marked = new StringBuilder(COPY_MARK);
        try {
            for (FixFields.Field field : FixFields.parse(body).all()) {
                if (field.tag() != Tags.COPY_MSG_INDICATOR) {
                    marked.append(field.tag()).append('=').append(field.value());
                    marked.append(FixFields.SOH);
                }
            }
            return marked.toString();
        } catch (FixFields.MalformedException _) {
            return body;
        }
    }
}
