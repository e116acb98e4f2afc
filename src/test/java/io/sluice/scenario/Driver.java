package io.sluice.scenario;

import java.util.Optional;

/**
 * How actors reach a router: in memory or over FIX. Speaks in strings, as the trade does; ids are
 * those of the OMS. What is asked for next may have to be waited for.
 */
public interface Driver extends AutoCloseable {

    /**
     * An order or a replace as an OMS words it.
     *
     * @param origClOrdId empty for a new order
     * @param price empty for a Market order
     */
    record Wish(
            String clOrdId,
            String origClOrdId,
            String side,
            String qty,
            String symbol,
            String price) {}

    /** What a venue does of its own accord or in answer to a request. */
    enum Act {
        ACCEPTS,
        REJECTS,
        FILLS,
        CANCELS,
        REPLACES,
        EXPIRES,
        REFUSES_REQUEST,
        REPEATS_LAST_REPORT,
        TELLS_STATUS,
        DOES_NOT_KNOW,
        BOUNCES,
        /** Refuses the newest cancel of ours, by the id of its order. */
        REFUSES_KILL
    }

    /** What an OMS hears: an execution report, or a cancel reject with execType CANCEL_REJECT. */
    record Heard(
            String clOrdId,
            String execType,
            String ordStatus,
            String cumQty,
            String leavesQty,
            String text) {}

    void place(String oms, Wish wish);

    void replace(String oms, Wish wish);

    void cancel(String oms, String clOrdId, String origClOrdId);

    /** The next report to the OMS that was not asked for yet; nothing when none comes. */
    Optional<Heard> nextHeard(String oms);

    /**
     * The next message to a venue that was not asked for yet, such as {@code new C1}, {@code cancel
     * X1}, {@code replace R1}, {@code status C1}; nothing when none comes.
     */
    Optional<String> nextAtVenue(String venue);

    /**
     * Lets a venue act.
     *
     * @param clOrdId the id of the order, or of the request that is answered
     * @param qty for fills
     * @param price for fills
     */
    void act(String venue, Act act, String clOrdId, String qty, String price);

    void venueUp(String venue);

    void venueDown(String venue);

    /** The router ends without a farewell and starts again on what its journal holds. */
    void restartRouter();

    /**
     * Someone at the router kills.
     *
     * @param scope such as {@code oms:OMS44}
     */
    void kill(String killId, String scope, String mode);

    /** Whether there was a block to lift. */
    boolean rearm(String scope);

    /** Such as {@code KILLING, 1 of 2 left}. */
    String killState(String killId);

    /** Nothing happens for a while. */
    void letSecondsPass(int seconds);

    /** The position of an account, as the router books it. */
    String position(String account, String symbol);

    /** What still may trade of a symbol on both sides, as the router books it. */
    String open(String symbol);

    /** Proves that replaying the journal rebuilds the same router. */
    void checkReplay();

    @Override
    void close();
}
