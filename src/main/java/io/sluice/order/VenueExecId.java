package io.sluice.order;

/** The venue's id of one execution report: ExecID(17) as the venue sent it. */
public record VenueExecId(String value) {

    public VenueExecId {
        Texts.requireId("VenueExecId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
