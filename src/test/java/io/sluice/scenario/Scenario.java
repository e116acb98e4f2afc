package io.sluice.scenario;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A story with actors, told in memory and, by {@link OverFixIT}, over FIX. Each one also proves
 * that replaying its journal rebuilds the router.
 */
@ExtendWith(InMemory.class)
abstract class Scenario {

    private final Driver driver;

    final Oms oms;
    final Oms demo;
    final Venue alpha;
    final Venue delta;
    final RouterActor router;
    final Operator operator;

    Scenario(Driver driver) {
        this.driver = driver;
        oms = new Oms(driver, "OMS44");
        demo = new Oms(driver, "DEMO");
        alpha = new Venue(driver, "ALPHA");
        delta = new Venue(driver, "DELTA");
        router = new RouterActor(driver);
        operator = new Operator(driver);
        alpha.comesUp();
        delta.comesUp();
    }

    @AfterEach
    void replayRebuildsTheSameRouter() {
        try (driver) {
            driver.checkReplay();
        }
    }
}
