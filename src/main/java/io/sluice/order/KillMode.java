package io.sluice.order;

/** What a kill does to its scope. */
public enum KillMode {
    /** No new orders and replaces; what is open stays. */
    BLOCK(true, false),
    /** Cancels what is open at that moment; new orders are taken as before. */
    CANCEL(false, true),
    BLOCK_AND_CANCEL(true, true);

    private final boolean blocks;
    private final boolean cancels;

    KillMode(boolean blocks, boolean cancels) {
        this.blocks = blocks;
        this.cancels = cancels;
    }

    public boolean blocks() {
        return blocks;
    }

    public boolean cancels() {
        return cancels;
    }
}
