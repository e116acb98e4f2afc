package io.sluice.simulator.broker;

import java.util.Optional;

/** Why a broker does not take terms: an OrdRejReason(103) and a text. */
record Objection(int ordRejReason, String text) {

    private static final int UNSUPPORTED = 11;
    private static final int INCORRECT_QUANTITY = 13;
    private static final int OTHER = 99;

    static Optional<Objection> to(Terms terms) {
        if ("1256".indexOf(terms.side()) < 0) {
            return no(UNSUPPORTED, "Side(54) is not traded here: " + terms.side());
        }
        if ("12".indexOf(terms.ordType()) < 0) {
            return no(UNSUPPORTED, "OrdType(40) is not traded here: " + terms.ordType());
        }
        if ("0134".indexOf(terms.timeInForce()) < 0) {
            return no(UNSUPPORTED, "TimeInForce(59) is not traded here: " + terms.timeInForce());
        }
        if (terms.qty().signum() <= 0) {
            return no(INCORRECT_QUANTITY, "OrderQty(38) is not positive: " + terms.qty());
        }
        if (terms.isLimit() && terms.price().filter(price -> price.signum() > 0).isEmpty()) {
            return no(OTHER, "Price(44) is missing or not positive");
        }
        return Optional.empty();
    }

    private static Optional<Objection> no(int ordRejReason, String text) {
        return Optional.of(new Objection(ordRejReason, text));
    }
}
