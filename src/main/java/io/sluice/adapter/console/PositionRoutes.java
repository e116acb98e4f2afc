package io.sluice.adapter.console;

import io.javalin.http.Context;
import io.sluice.port.Positions;
import io.sluice.port.Positions.Position;

import java.util.List;

/** The route {@code /api/v1/positions}: the router's own count, not the console's. */
record PositionRoutes(Positions positions) {

    record PositionList(List<Position> positions) {}

    void list(Context http) {
        http.json(new PositionList(RouterAnswer.await(positions.positions(), "Positions")));
    }
}
