package io.sluice.port;

import java.io.IOException;
import java.util.Optional;

/**
 * The durable list of frames. A position names a frame: positions rise, with gaps.
 *
 * <p>Frames are appended by the engine's thread; a thread of the journal writes and forces them and
 * calls the {@link JournalListener}.
 */
public interface Journal extends AutoCloseable {

    /** Begins to write; the listener hears of everything from here on. Once, after replay. */
    void start(JournalListener listener);

    /** Takes the frame over and returns its position at once; it is durable later. */
    long append(Frame frame);

    /** The highest position that is durable; 0 when none is. */
    long durable();

    /** Bytes appended and not yet durable, and how long the oldest of them waits. */
    Backlog backlog();

    /**
     * Whether the journal still has room for orders: a spare segment is kept for everything else.
     */
    boolean hasRoomForOrders();

    /** Reads every frame after a position, oldest first. Before the first append only. */
    void replay(long after, FrameReader reader) throws IOException;

    /**
     * Reads every durable frame after a position, archived ones too, oldest first, and goes on with
     * those that become durable, on a thread of its own at low priority, until closed. Where older
     * frames were moved away, it begins with the oldest after which none is missing.
     */
    Following follow(String name, long after, FrameReader reader);

    /** The position after which no frame is missing, archived ones counted. Safe for any thread. */
    long unbrokenAfter();

    /** One frame, also one that is not durable yet. Safe for any thread. */
    Frame read(long position) throws IOException;

    /** Keeps a state beside the journal, off the caller's thread, and then drops older ones. */
    void save(Snapshot snapshot);

    Optional<Snapshot> loadSnapshot() throws IOException;

    /** Frames before this position are no longer needed by anyone but archives. */
    void releaseBefore(long position);

    @Override
    void close();

    /** Bytes and age of what is not durable yet. */
    record Backlog(long bytes, long ageMillis) {}

    /** Takes frames, in order. */
    interface FrameReader {
        void take(long position, Frame frame);
    }

    /** A running reader of the journal. */
    interface Following extends AutoCloseable {
        /** The position of the last frame it has taken. */
        long position();

        /** Why it ended by itself, when it did: a damaged file, or a reader that threw. */
        Optional<Throwable> failure();

        @Override
        void close();
    }

    /** The whole state after the frame at a position. */
    record Snapshot(long position, Record state) {}
}
