package io.sluice.adapter.store;

import io.sluice.order.Event.KillConfirmed;
import io.sluice.order.Event.ScopeKilled;
import io.sluice.order.Event.ScopeRearmed;
import io.sluice.port.OrderRecords.Place;

import java.sql.SQLException;
import java.time.Instant;

/** The rows of the kill switch's history. For one thread. */
final class KillRows {

    private final Writes writes;

    KillRows(Writes writes) {
        this.writes = writes;
    }

    void killed(Place place, Instant at, ScopeKilled event) throws SQLException {
        writes.row(
                        "INSERT INTO kills (position, event_index, kill_id, scope, mode, reason,"
                                + " killed_by, blocked_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .number(place.position())
                .number(place.index())
                .text(event.killId())
                .text(event.scope())
                .text(event.mode())
                .text(event.reason())
                .text(event.by())
                .time(at)
                .add();
    }

    void confirmed(Instant at, KillConfirmed event) throws SQLException {
        writes.row(
                        "UPDATE kills SET confirmed_at = ?"
                                + " WHERE kill_id = ? AND confirmed_at IS NULL")
                .time(at)
                .text(event.killId())
                .add();
    }

    /** A re-arm lifts the block of all kills of the scope. */
    void rearmed(Instant at, ScopeRearmed event) throws SQLException {
        writes.row(
                        "UPDATE kills SET rearmed_at = ?, rearmed_by = ?, rearm_reason = ?"
                                + " WHERE scope = ? AND rearmed_at IS NULL AND mode <> 'CANCEL'")
                .time(at)
                .text(event.by())
                .text(event.reason())
                .text(event.scope())
                .add();
    }
}
