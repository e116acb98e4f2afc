package io.sluice.adapter.console;

import io.javalin.http.Context;
import io.sluice.port.OrderRecords;
import io.sluice.port.StoreAwayException;

import java.util.Optional;

/** The routes that need the order book store. */
record StoreRoutes(Optional<OrderRecords> records) {

    record Rebuilding(boolean rebuilding) {}

    void executions(Context http) throws StoreAwayException {
        ExecutionQuery query = ExecutionQuery.parse(http.queryParamMap());
        http.json(query.run(store()));
    }

    /** Answers at once; {@code /api/v1/status} shows how far it has come. */
    void rebuild(Context http) throws StoreAwayException {
        store().rebuild();
        http.status(202).json(new Rebuilding(true));
    }

    private OrderRecords store() throws StoreAwayException {
        return records.orElseThrow(
                () -> new StoreAwayException("This router has no order book store"));
    }
}
