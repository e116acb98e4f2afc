package io.sluice.order;

/** The FIX session an OMS logs on with, by the CompID of the OMS. */
public record OmsId(String value) {

    public OmsId {
        Texts.requireId("OmsId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
