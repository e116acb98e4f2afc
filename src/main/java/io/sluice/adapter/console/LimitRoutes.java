package io.sluice.adapter.console;

import io.javalin.http.Context;
import io.sluice.order.LimitInForce;
import io.sluice.port.LimitsInForce;

import java.util.List;

/** The route {@code /api/v1/limits}: the limits as the gate has them. */
record LimitRoutes(LimitsInForce limits) {

    record LimitList(String version, List<LimitInForce> limits) {}

    void list(Context http) {
        http.json(new LimitList(limits.version(), RouterAnswer.await(limits.limits(), "Limits")));
    }
}
