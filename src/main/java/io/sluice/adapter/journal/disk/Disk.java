package io.sluice.adapter.journal.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Where files are. Safe for any thread. */
public interface Disk {

    /** A new, empty file to write and read; one of that name is emptied. */
    DiskFile create(Path file) throws IOException;

    /** A file that exists, to write and read. */
    DiskFile openToWrite(Path file) throws IOException;

    /** A file that exists. An interrupt of a reading thread does not close it. */
    DiskFile openToRead(Path file) throws IOException;

    boolean exists(Path file);

    /** Everything in a directory, by name. */
    List<Path> list(Path directory) throws IOException;

    void makeDirectory(Path directory) throws IOException;

    /** Takes the place of any file of the new name, at once or not at all. */
    void rename(Path from, Path to) throws IOException;

    void delete(Path file) throws IOException;

    /** Makes the names in a directory durable. */
    void forceDirectory(Path directory) throws IOException;
}
