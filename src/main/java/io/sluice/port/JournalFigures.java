package io.sluice.port;

/** What can be measured at the journal. Safe for any thread. */
public interface JournalFigures {

    /** What it took to write and force each batch of frames. */
    Durations forces();

    /** Frames appended in this run. */
    long frames();

    /** Segments that are not archived. */
    int segments();

    /** From this position on no frame is missing, the archived ones counted in. */
    long oldest();
}
