package io.sluice.app.demo;

import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;

/**
 * One trade as its broker numbered it: LastQty(32) and LastPx(31), equal by value, and the broker's
 * ExecID(17), which the OMS hears as SecondaryExecID(527). One broker's ids are its own: fills are
 * to be compared within one order only.
 */
record Fill(String execId, BigDecimal qty, BigDecimal px) {

    Fill {
        qty = qty.stripTrailingZeros();
        px = px.stripTrailingZeros();
    }

    /**
     * @param execId the name under which the line has the broker's ExecID(17)
     */
    static Fill of(JsonNode line, String execId) {
        return new Fill(
                Ledger.text(line, execId),
                Ledger.decimal(line, "lastQty"),
                Ledger.decimal(line, "lastPx"));
    }

    BigDecimal notional() {
        return qty.multiply(px);
    }

    @Override
    public String toString() {
        return "%s@%s (ExecID %s)".formatted(qty.toPlainString(), px.toPlainString(), execId);
    }
}
