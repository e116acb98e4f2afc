package io.sluice.adapter.journal.disk;

import java.io.IOException;
import java.nio.ByteBuffer;

/** An open file. */
public interface DiskFile extends AutoCloseable {

    /** Reads until the buffer is full or the file ends. */
    void read(ByteBuffer into, long at) throws IOException;

    /** Writes all that remains in the buffer. */
    void write(ByteBuffer from, long at) throws IOException;

    /** Makes the contents durable. */
    void force() throws IOException;

    long size() throws IOException;

    @Override
    void close() throws IOException;
}
