package io.sluice.port;

/** Hears from the journal, on the journal's thread. Must not block. */
public interface JournalListener {

    /** All frames up to this position are durable. */
    void onDurable(long position);

    /** Nothing more will become durable. Called once. */
    void onFailed(Throwable cause);
}
