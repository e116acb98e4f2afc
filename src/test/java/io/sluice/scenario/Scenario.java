package io.sluice.scenario;

import org.junit.jupiter.api.AfterEach;

/** A story with actors. Each one also proves that replaying its journal rebuilds the router. */
abstract class Scenario {

    private final Driver driver = new InMemoryDriver();

    final Oms oms = new Oms(driver, "OMS44");
    final Oms demo = new Oms(driver, "DEMO");
    final Venue alpha = new Venue(driver, "ALPHA");
    final Venue delta = new Venue(driver, "DELTA");
    final RouterActor router = new RouterActor(driver);

    Scenario() {
        alpha.comesUp();
        delta.comesUp();
    }

    @AfterEach
    void replayRebuildsTheSameRouter() {
        driver.checkReplay();
        driver.close();
    }
}
