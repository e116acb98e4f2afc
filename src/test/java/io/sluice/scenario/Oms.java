package io.sluice.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.scenario.Driver.Heard;
import io.sluice.scenario.Driver.Wish;

import java.util.Optional;

/** An order management system that uses the router. Hears its reports one by one, in order. */
public final class Oms {

    private final Driver driver;
    private final String name;

    Oms(Driver driver, String name) {
        this.driver = driver;
        this.name = name;
    }

    public void buys(String clOrdId, String qty, String symbol, String price) {
        driver.place(name, new Wish(clOrdId, "", "BUY", qty, symbol, price));
    }

    public void sells(String clOrdId, String qty, String symbol, String price) {
        driver.place(name, new Wish(clOrdId, "", "SELL", qty, symbol, price));
    }

    public void buysAtMarket(String clOrdId, String qty, String symbol) {
        driver.place(name, new Wish(clOrdId, "", "BUY", qty, symbol, ""));
    }

    public void cancels(String origClOrdId, String clOrdId) {
        driver.cancel(name, clOrdId, origClOrdId);
    }

    public void replacesBuy(
            String origClOrdId, String clOrdId, String qty, String symbol, String price) {
        driver.replace(name, new Wish(clOrdId, origClOrdId, "BUY", qty, symbol, price));
    }

    /** The next report says this of the order. */
    public void sees(String clOrdId, String execType, String ordStatus, String cumQty) {
        Heard heard = next("a report on " + clOrdId);
        assertThat(heard)
                .extracting(Heard::clOrdId, Heard::execType, Heard::ordStatus, Heard::cumQty)
                .containsExactly(clOrdId, execType, ordStatus, cumQty);
    }

    /** The next report is the end of an order that no venue filled, and says why. */
    public void seesRejected(String clOrdId, String why) {
        Heard heard = next("a rejection of " + clOrdId);
        assertThat(heard)
                .extracting(Heard::clOrdId, Heard::execType)
                .containsExactly(clOrdId, "REJECTED");
        assertThat(heard.text()).startsWith(why);
    }

    /** The next report says that a cancel or a replace came to nothing, and why. */
    public void seesRequestRefused(String clOrdId, String why) {
        Heard heard = next("a refusal of " + clOrdId);
        assertThat(heard)
                .extracting(Heard::clOrdId, Heard::execType)
                .containsExactly(clOrdId, "CANCEL_REJECT");
        assertThat(heard.text()).startsWith(why);
    }

    public void seesNothingMore() {
        assertThat(driver.nextHeard(name)).isEmpty();
    }

    private Heard next(String what) {
        Optional<Heard> heard = driver.nextHeard(name);
        assertThat(heard).as("%s hears %s", name, what).isPresent();
        return heard.orElseThrow();
    }
}
