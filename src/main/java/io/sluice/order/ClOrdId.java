package io.sluice.order;

/** The OMS's id of an order or a request: ClOrdID(11) as the OMS sent it. */
public record ClOrdId(String value) {

    public ClOrdId {
        Texts.requireId("ClOrdId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
