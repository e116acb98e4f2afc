package io.sluice.app.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the user wants of a demo.
 *
 * @param orders how many orders the OMS sends before it ends; without it, it goes on
 * @param rate requests a second
 * @param killRouterEvery how long a router lives before it is killed
 * @param symbols the OMS simulator's own syntax
 */
record DemoPlan(
        Path config,
        Path data,
        OptionalLong orders,
        int rate,
        OptionalLong seed,
        Optional<Duration> killRouterEvery,
        Optional<String> symbols) {}
