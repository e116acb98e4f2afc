package io.sluice.port;

import io.sluice.order.Account;
import io.sluice.order.ClOrdId;
import io.sluice.order.ExecId;
import io.sluice.order.ExecType;
import io.sluice.order.OmsId;
import io.sluice.order.OrdStatus;
import io.sluice.order.Order;
import io.sluice.order.OrderId;
import io.sluice.order.Price;
import io.sluice.order.Qty;
import io.sluice.order.Side;
import io.sluice.order.Symbol;
import io.sluice.order.VenueExecId;
import io.sluice.order.VenueId;

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
     * Which orders are wanted.
     *
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
     * Which executions are wanted.
     *
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
     * @param clOrdId the OMS's id of the order at that time
     */
    record RecordedExecution(
            Place place,
            Instant at,
            OrderId orderId,
            OmsId oms,
            ClOrdId clOrdId,
            Account account,
            Symbol symbol,
            Side side,
            Optional<VenueId> venue,
            Reported reported) {}

    /**
     * What the report said.
     *
     * @param lastQty present, as is {@code lastPx}, when it told of a trade
     */
    record Reported(
            ExecId execId,
            Optional<VenueExecId> venueExecId,
            ExecType execType,
            OrdStatus ordStatus,
            Optional<Qty> lastQty,
            Optional<Price> lastPx,
            Qty cumQty,
            Qty leavesQty,
            Price avgPx,
            String text) {}
}
