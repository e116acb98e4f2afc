package io.sluice.engine;

import io.sluice.order.KillId;
import io.sluice.order.KillScope;
import io.sluice.port.KillSwitch.Block;
import io.sluice.port.SendPermit;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** What may not leave at this moment. Safe for any thread; what is set holds at once. */
public final class Blocks implements SendPermit {

    private volatile Optional<String> everything = Optional.empty();

    /** Never changed, only replaced; by scope the kills that stand, the first one first. */
    private final AtomicReference<Map<KillScope, Map<KillId, String>>> killed =
            new AtomicReference<>(Map.of());

    /** Nothing new leaves any more. There is no way back within a run. */
    public void blockAll(String why) {
        everything = Optional.of(why);
    }

    /**
     * Nothing new of the scope leaves any more, until this kill is lifted.
     *
     * @param why names the kill
     */
    public void block(KillScope scope, KillId kill, String why) {
        killed.updateAndGet(
                before -> {
                    Map<KillScope, Map<KillId, String>> after = copy(before);
                    after.computeIfAbsent(scope, _ -> new LinkedHashMap<>()).put(kill, why);
                    return after;
                });
    }

    /** Lifts these kills of a scope; one that is not named, because it came later, stands. */
    public void lift(KillScope scope, Collection<KillId> kills) {
        killed.updateAndGet(
                before -> {
                    Map<KillScope, Map<KillId, String>> after = copy(before);
                    after.computeIfPresent(
                            scope,
                            (_, standing) -> {
                                standing.keySet().removeAll(kills);
                                return standing.isEmpty() ? null : standing;
                            });
                    return after;
                });
    }

    private static Map<KillScope, Map<KillId, String>> copy(
            Map<KillScope, Map<KillId, String>> from) {
        Map<KillScope, Map<KillId, String>> copy = new LinkedHashMap<>();
        from.forEach((scope, kills) -> copy.put(scope, new LinkedHashMap<>(kills)));
        return copy;
    }

    public List<Block> blocks() {
        return killed.get().entrySet().stream()
                .map(
                        it ->
                                new Block(
                                        it.getKey(),
                                        List.copyOf(it.getValue().keySet()),
                                        it.getValue().values().iterator().next()))
                .toList();
    }

    @Override
    public Optional<String> refusal(Scopes scopes) {
        Map<KillScope, Map<KillId, String>> standing = killed.get();
        return standing.isEmpty() ? everything : everything.or(() -> refusal(standing, scopes));
    }

    private static Optional<String> refusal(
            Map<KillScope, Map<KillId, String>> standing, Scopes it) {
        for (KillScope scope : KillScope.around(it.oms(), it.venue(), it.account(), it.symbol())) {
            Map<KillId, String> kills = standing.get(scope);
            if (kills != null) {
                return Optional.of("%s (%s)".formatted(kills.values().iterator().next(), scope));
            }
        }
        return Optional.empty();
    }
}
