package io.sluice.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.scenario.Driver.Act;

/** A place that orders go to. Acts only when told to, and names orders by the ids of the OMS. */
public final class Venue {

    private final Driver driver;
    private final String name;

    Venue(Driver driver, String name) {
        this.driver = driver;
        this.name = name;
    }

    public void comesUp() {
        driver.venueUp(name);
    }

    public void goesDown() {
        driver.venueDown(name);
    }

    /** The next message it gets, such as {@code new C1} or {@code cancel X1}. */
    public void gets(String message) {
        assertThat(driver.nextAtVenue(name)).as("%s gets", name).contains(message);
    }

    public void getsNothingMore() {
        assertThat(driver.nextAtVenue(name)).as("%s gets", name).isEmpty();
    }

    public void accepts(String clOrdId) {
        act(Act.ACCEPTS, clOrdId);
    }

    public void rejects(String clOrdId) {
        act(Act.REJECTS, clOrdId);
    }

    public void fills(String clOrdId, String qty, String price) {
        driver.act(name, Act.FILLS, clOrdId, qty, price);
    }

    /** Confirms a cancel by its id, or cancels unasked by the id of the order. */
    public void cancels(String clOrdId) {
        act(Act.CANCELS, clOrdId);
    }

    public void replaces(String clOrdId) {
        act(Act.REPLACES, clOrdId);
    }

    public void expires(String clOrdId) {
        act(Act.EXPIRES, clOrdId);
    }

    public void refusesRequest(String clOrdId) {
        act(Act.REFUSES_REQUEST, clOrdId);
    }

    public void repeatsItsLastReport() {
        act(Act.REPEATS_LAST_REPORT, "");
    }

    public void tellsTheStatusOf(String clOrdId) {
        act(Act.TELLS_STATUS, clOrdId);
    }

    public void doesNotKnow(String clOrdId) {
        act(Act.DOES_NOT_KNOW, clOrdId);
    }

    public void bounces(String clOrdId) {
        act(Act.BOUNCES, clOrdId);
    }

    /** Refuses the newest cancel of ours that came. */
    public void refusesToKill(String clOrdId) {
        act(Act.REFUSES_KILL, clOrdId);
    }

    private void act(Act act, String clOrdId) {
        driver.act(name, act, clOrdId, "0", "0");
    }
}
