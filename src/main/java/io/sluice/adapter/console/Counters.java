package io.sluice.adapter.console;

/**
 * What has happened since the beginning of the journal.
 *
 * @param refused cancels, replaces and repeated ClOrdIDs that we did not pass on
 * @param unmatched reports of venues on orders we do not know
 * @param open orders that have not ended
 */
public record Counters(
        long orders,
        long fills,
        long denied,
        long rejected,
        long canceled,
        long replaced,
        long refused,
        long unmatched,
        long open) {}
