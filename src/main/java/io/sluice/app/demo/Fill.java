package io.sluice.app.demo;

import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;

/** So much traded at such a price: LastQty(32) and LastPx(31), equal by value. */
record Fill(BigDecimal qty, BigDecimal px) {

    Fill {
        qty = qty.stripTrailingZeros();
        px = px.stripTrailingZeros();
    }

    static Fill of(JsonNode line) {
        return new Fill(Ledger.decimal(line, "lastQty"), Ledger.decimal(line, "lastPx"));
    }

    @Override
    public String toString() {
        return qty.toPlainString() + "@" + px.toPlainString();
    }
}
