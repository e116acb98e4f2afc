package io.sluice.app.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the user wants of a demo.
 *
 * @param orders how many orders the OMS sends before it ends; without it, it goes on
 * @param rate requests a second
 * @param killEvery what is killed on the way, by name, and how long it lives before
 * @param symbols the OMS simulator's own syntax
 */
record DemoPlan(
        Path config,
        Path data,
        OptionalLong orders,
        int rate,
        OptionalLong seed,
        Map<String, Duration> killEvery,
        Optional<String> symbols) {

    DemoPlan {
        killEvery = Map.copyOf(killEvery);
    }

    Optional<Duration> killEvery(String name) {
        return Optional.ofNullable(killEvery.get(name));
    }
}
