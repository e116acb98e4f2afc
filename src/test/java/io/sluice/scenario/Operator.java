package io.sluice.scenario;

import static org.assertj.core.api.Assertions.assertThat;

/** The person who can stop and re-arm. */
public final class Operator {

    private final Driver driver;

    Operator(Driver driver) {
        this.driver = driver;
    }

    /** Blocks, and cancels what is open. */
    public void kills(String killId, String scope) {
        driver.kill(killId, scope, "BLOCK_AND_CANCEL");
    }

    public void blocks(String killId, String scope) {
        driver.kill(killId, scope, "BLOCK");
    }

    /** Cancels what is open, and blocks nothing. */
    public void sweeps(String killId, String scope) {
        driver.kill(killId, scope, "CANCEL");
    }

    public void rearms(String scope) {
        assertThat(driver.rearm(scope)).as(scope + " was blocked").isTrue();
    }

    public void findsNothingToRearm(String scope) {
        assertThat(driver.rearm(scope)).as(scope + " was blocked").isFalse();
    }

    /** What is shown of a kill, such as {@code KILLING, 1 of 2 left}. */
    public void sees(String killId, String state) {
        assertThat(driver.killState(killId)).as("kill " + killId).isEqualTo(state);
    }
}
