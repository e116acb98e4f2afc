package io.sluice.order;

/** Our id of one execution report: ExecID(17) as the OMS sees it. */
public record ExecId(String value) {

    public ExecId {
        Texts.requireId("ExecId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
