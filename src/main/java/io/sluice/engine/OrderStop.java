package io.sluice.engine;

import io.sluice.order.Denial;
import io.sluice.order.DenialCode;
import io.sluice.port.Journal;

import java.util.Optional;

/**
 * Whether new orders and replaces are taken, and why not: a router that is not ready, a journal
 * that is full or behind, a book that memory holds no more of. Safe for any thread.
 */
final class OrderStop {

    private final Journal journal;
    private final EngineSettings settings;
    private volatile Optional<Denial> denial =
            Optional.of(Denial.of(DenialCode.NOT_READY, "the router is starting"));
    private volatile int remembered;

    OrderStop(Journal journal, EngineSettings settings) {
        this.journal = journal;
        this.settings = settings;
    }

    /** All are denied with this from now on, or taken again. */
    void deny(Optional<Denial> all) {
        denial = all;
    }

    void deny(Denial all) {
        denial = Optional.of(all);
    }

    /** How many orders the book remembers. */
    void remembers(int orders) {
        remembered = orders;
    }

    Optional<Denial> now() {
        return denial.or(this::noRoom).or(this::bookFull).or(this::behind);
    }

    private Optional<Denial> noRoom() {
        return journal.hasRoomForOrders()
                ? Optional.empty()
                : Optional.of(
                        Denial.of(
                                DenialCode.JOURNAL_FAILED, "no room for another journal segment"));
    }

    private Optional<Denial> bookFull() {
        int now = remembered;
        return now < settings.maxOrders()
                ? Optional.empty()
                : Optional.of(
                        new Denial(
                                DenialCode.BOOK_FULL,
                                "book",
                                Long.toString(settings.maxOrders()),
                                Integer.toString(now),
                                "orders are remembered"));
    }

    private Optional<Denial> behind() {
        Journal.Backlog backlog = journal.backlog();
        boolean small =
                backlog.bytes() <= settings.maxBacklogBytes()
                        && backlog.ageMillis() <= settings.maxBacklogAgeMillis();
        return small
                ? Optional.empty()
                : Optional.of(
                        new Denial(
                                DenialCode.JOURNAL_BEHIND,
                                "journal",
                                text(settings.maxBacklogBytes(), settings.maxBacklogAgeMillis()),
                                text(backlog.bytes(), backlog.ageMillis()),
                                ""));
    }

    private static String text(long bytes, long millis) {
        return bytes + "B/" + millis + "ms";
    }
}
