package io.sluice.order;

/** How far a kill is. */
public enum KillState {
    /** It blocks and was not asked to cancel. */
    BLOCKED,
    /** Its targets are being canceled. */
    KILLING,
    /** Every target has ended, by evidence. */
    KILLED_CONFIRMED,
    /** The deadline has passed and targets are left; it goes on and can still be confirmed. */
    KILLED_UNCONFIRMED
}
