package io.sluice.adapter.store;

import io.sluice.order.Event.KillConfirmed;
import io.sluice.order.Event.KillUnconfirmed;
import io.sluice.order.Event.ScopeKilled;
import io.sluice.order.Event.ScopeRearmed;
import io.sluice.order.KillId;
import io.sluice.port.OrderRecords.Place;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The history of the kill switch: a row for each act. For one thread. */
final class KillRows {

    private static final String INSERT =
            "INSERT INTO kills (position, event_index, acted_at, act, kill_id, scope, mode, reason,"
                    + " acted_by, targets) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final Writes writes;

    KillRows(Writes writes) {
        this.writes = writes;
    }

    void killed(Place place, Instant at, ScopeKilled event) throws SQLException {
        begin(place, at, "KILLED", Optional.of(event.killId()))
                .text(event.scope())
                .text(event.mode())
                .text(event.reason())
                .text(event.by())
                .number(Optional.empty())
                .add();
    }

    void confirmed(Place place, Instant at, KillConfirmed event) throws SQLException {
        ended(begin(place, at, "CONFIRMED", Optional.of(event.killId())), event.targets());
    }

    void unconfirmed(Place place, Instant at, KillUnconfirmed event) throws SQLException {
        ended(begin(place, at, "UNCONFIRMED", Optional.of(event.killId())), event.left());
    }

    private static void ended(Row row, long targets) throws SQLException {
        row.text(Optional.empty())
                .text(Optional.empty())
                .text(Optional.empty())
                .text(Optional.empty())
                .number(Optional.of(targets))
                .add();
    }

    /** It lifts the block of all kills of the scope. */
    void rearmed(Place place, Instant at, ScopeRearmed event) throws SQLException {
        begin(place, at, "REARMED", Optional.empty())
                .text(event.scope())
                .text(Optional.empty())
                .text(event.reason())
                .text(event.by())
                .number(Optional.empty())
                .add();
    }

    private Row begin(Place place, Instant at, String act, Optional<KillId> id)
            throws SQLException {
        return writes.row(INSERT)
                .number(place.position())
                .number(place.index())
                .time(at)
                .text(act)
                .text(id);
    }
}
