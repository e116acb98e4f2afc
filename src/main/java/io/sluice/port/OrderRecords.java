package io.sluice.port;

import io.sluice.order.Account;
import io.sluice.order.Execution;
import io.sluice.order.OmsId;
import io.sluice.order.Order;
import io.sluice.order.OrderId;
import io.sluice.order.Symbol;
import io.sluice.order.Trade;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The history of orders and executions. It follows the journal at a distance; every answer says how
 * far it goes. Answers slowly; safe for any thread.
 */
public interface OrderRecords {

    /** The newest first. */
    Page<Order> orders(OrderFilter filter) throws StoreAwayException;

    /** One order with its events, the newest of them only when there are very many. */
    Optional<History> order(OrderId id) throws StoreAwayException;

    /** The newest first. */
    Page<RecordedExecution> executions(ExecutionFilter filter) throws StoreAwayException;

    /** Forgets everything and reads the journal from its beginning again, in the background. */
    void rebuild();

    /**
     * @param ended only those that have ended, or all
     * @param after the id of the order after which the page begins
     */
    record OrderFilter(
            boolean ended,
            Optional<OmsId> oms,
            Optional<Symbol> symbol,
            int limit,
            Optional<OrderId> after) {}

    /**
     * @param from the first moment wanted
     * @param to the first moment no longer wanted
     * @param after the place after which the page begins
     */
    record ExecutionFilter(
            Optional<OrderId> order,
            Optional<OmsId> oms,
            Optional<Account> account,
            Optional<Symbol> symbol,
            Optional<Instant> from,
            Optional<Instant> to,
            int limit,
            Optional<Place> after) {}

    /** Where an event stands: the position of its frame, and its number in it, from 0. */
    record Place(long position, int index) {}

    /**
     * Some of what there is.
     *
     * @param hasMore whether older ones follow
     * @param position the answer is true up to this journal position
     */
    record Page<T>(List<T> items, boolean hasMore, long position) {}

    /**
     * One order and what happened to it, oldest first.
     *
     * @param omitted how many older events are left out
     */
    record History(Order order, List<Told> events, long omitted, long position) {}

    /**
     * One event as it was written down.
     *
     * @param json the event's fields as a JSON object
     */
    record Told(Place place, Instant at, String type, String json) {}

    /**
     * One report that the OMS received on an order.
     *
     * @param order as it is now
     * @param trade present when it told of one
     */
    record RecordedExecution(
            Place place,
            Instant at,
            Order order,
            Execution execution,
            Optional<Trade> trade) {}
}
