package io.sluice.core;

import io.sluice.order.Event.ScopeKilled;
import io.sluice.order.KillId;
import io.sluice.order.KillMode;
import io.sluice.order.KillScope;
import io.sluice.order.KillState;
import io.sluice.order.Order;
import io.sluice.order.OrderId;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One kill while it goes on, and as it is remembered. For the engine's thread. */
final class Campaign {

    /** Within this time every target should have ended. */
    static final Duration DEADLINE = Duration.ofSeconds(5);

    private final ScopeKilled kill;
    private final Instant at;
    private final LocalDate day;
    private final Set<OrderId> targets = new LinkedHashSet<>();
    private final Set<OrderId> left = new LinkedHashSet<>();
    private KillState state;
    private Instant since;
    private boolean standing;

    private Campaign(ScopeKilled kill, Instant at, LocalDate day) {
        this.kill = kill;
        this.at = at;
        this.day = day;
        this.since = at;
        this.standing = kill.mode().blocks();
        this.state = kill.mode().cancels() ? KillState.KILLING : KillState.BLOCKED;
    }

    static Campaign begin(ScopeKilled kill, Instant at, LocalDate day, List<OrderId> orders) {
        Campaign campaign = new Campaign(kill, at, day);
        campaign.targets.addAll(orders);
        campaign.left.addAll(orders);
        return campaign;
    }

    static Campaign restored(Killed it) {
        ScopeKilled kill = new ScopeKilled(it.id(), it.scope(), it.mode(), it.reason(), it.by());
        Campaign campaign = new Campaign(kill, it.at(), it.day());
        campaign.targets.addAll(it.targets());
        campaign.left.addAll(it.left());
        campaign.state = it.state();
        campaign.since = it.since();
        campaign.standing = it.standing();
        return campaign;
    }

    Killed killed() {
        return new Killed(
                id(),
                kill.scope(),
                kill.mode(),
                kill.reason(),
                kill.by(),
                at,
                day,
                state,
                since,
                standing,
                List.copyOf(targets),
                List.copyOf(left));
    }

    KillId id() {
        return kill.killId();
    }

    KillScope scope() {
        return kill.scope();
    }

    KillMode mode() {
        return kill.mode();
    }

    LocalDate day() {
        return day;
    }

    int targets() {
        return targets.size();
    }

    int left() {
        return left.size();
    }

    List<OrderId> firstLeft(int most) {
        return left.stream().limit(most).toList();
    }

    /** An open order that had ended before is a target again, or becomes one. */
    boolean wants(Order order) {
        return targets.contains(order.id())
                || (standing && kill.mode().cancels() && kill.scope().covers(order));
    }

    void join(OrderId order, Instant now) {
        targets.add(order);
        left.add(order);
        if (state == KillState.KILLED_CONFIRMED) {
            state = KillState.KILLING;
            since = now;
        }
    }

    void ended(OrderId order) {
        left.remove(order);
    }

    void rearmed() {
        standing = false;
    }

    void confirm() {
        if (!left.isEmpty()) {
            throw new IllegalStateException("Kill " + id() + " has targets left: " + left.size());
        }
        state = KillState.KILLED_CONFIRMED;
    }

    void giveUpWaiting() {
        state = KillState.KILLED_UNCONFIRMED;
    }

    boolean isRunning() {
        return state == KillState.KILLING || state == KillState.KILLED_UNCONFIRMED;
    }

    boolean isConfirmable() {
        return isRunning() && left.isEmpty();
    }

    boolean isOverdue(Instant now) {
        return state == KillState.KILLING && !left.isEmpty() && !now.isBefore(since.plus(DEADLINE));
    }

    boolean isOver() {
        return !standing && !isRunning();
    }
}
