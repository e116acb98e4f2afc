package io.sluice.scenario;

import static org.assertj.core.api.Assertions.assertThat;

/** The router itself, as far as scenarios handle it and look at its book. */
public final class RouterActor {

    private final Driver driver;

    RouterActor(Driver driver) {
        this.driver = driver;
    }

    public void restarts() {
        driver.restartRouter();
    }

    public void waits(int seconds) {
        driver.letSecondsPass(seconds);
    }

    public void holds(String account, String symbol, String qty) {
        assertThat(driver.position(account, symbol)).as("position in " + symbol).isEqualTo(qty);
    }

    public void hasOpen(String symbol, String qty) {
        assertThat(driver.open(symbol)).as("open in " + symbol).isEqualTo(qty);
    }
}
