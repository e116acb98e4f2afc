package io.sluice.adapter.store;

import java.sql.SQLException;
import java.time.Instant;

/** The rows of the kill switch's history. For one thread. */
final class KillRows {

    private final Writes writes;

    KillRows(Writes writes) {
        this.writes = writes;
    }

    /** Someone who acted, and why. */
    record Act(String by, String reason) {}

    void blocked(String killId, String scope, String mode, Act act, Instant at)
            throws SQLException {
        writes.row(
                        "INSERT INTO kills (kill_id, scope, mode, reason, killed_by, blocked_at)"
                                + " VALUES (?, ?, ?, ?, ?, ?)")
                .text(killId)
                .text(scope)
                .text(mode)
                .text(act.reason())
                .text(act.by())
                .time(at)
                .add();
    }

    void confirmed(String killId, Instant at) throws SQLException {
        writes.row("UPDATE kills SET confirmed_at = ? WHERE kill_id = ?")
                .time(at)
                .text(killId)
                .add();
    }

    void rearmed(String killId, Act act, Instant at) throws SQLException {
        writes.row(
                        "UPDATE kills SET rearmed_at = ?, rearmed_by = ?, rearm_reason = ?"
                                + " WHERE kill_id = ?")
                .time(at)
                .text(act.by())
                .text(act.reason())
                .text(killId)
                .add();
    }
}
