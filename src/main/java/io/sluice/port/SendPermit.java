package io.sluice.port;

import io.sluice.order.Account;
import io.sluice.order.OmsId;
import io.sluice.order.Symbol;
import io.sluice.order.VenueId;

import java.util.Optional;

/**
 * The last question before the bytes of an order or a replace leave. Passes every lane: what is set
 * here holds at once. Safe for any thread.
 */
public interface SendPermit {

    /** Why it must not leave, or nothing. */
    Optional<String> refusal(Scopes scopes);

    /** Everything that an order belongs to. */
    record Scopes(OmsId oms, VenueId venue, Account account, Symbol symbol) {}
}
