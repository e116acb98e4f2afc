package io.sluice.simulation;

import io.sluice.adapter.journal.disk.Disk;
import io.sluice.adapter.journal.disk.DiskFile;
import io.sluice.adapter.journal.disk.NativeDisk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/**
 * The machine's disk, but that nothing is forced, for these files need not outlive the machine, and
 * that it is full when it is told to be: then files take no more bytes than they have. Safe for any
 * thread.
 */
final class TestDisk implements Disk {

    private final Disk machine = new NativeDisk();
    private volatile boolean full;

    /** From now on nothing grows. */
    void fill() {
        full = true;
    }

    void makeRoom() {
        full = false;
    }

    @Override
    public DiskFile create(Path file) throws IOException {
        return new Limited(machine.create(file));
    }

    @Override
    public DiskFile openToWrite(Path file) throws IOException {
        return new Limited(machine.openToWrite(file));
    }

    @Override
    public DiskFile openToRead(Path file) throws IOException {
        return machine.openToRead(file);
    }

    @Override
    public boolean exists(Path file) {
        return machine.exists(file);
    }

    @Override
    public List<Path> list(Path directory) throws IOException {
        return machine.list(directory);
    }

    @Override
    public void makeDirectory(Path directory) throws IOException {
        machine.makeDirectory(directory);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        machine.rename(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        machine.delete(file);
    }

    @Override
    public void forceDirectory(Path directory) {}

    private final class Limited implements DiskFile {

        private final DiskFile file;

        Limited(DiskFile file) {
            this.file = file;
        }

        @Override
        public void read(ByteBuffer into, long at) throws IOException {
            file.read(into, at);
        }

        @Override
        public void write(ByteBuffer from, long at) throws IOException {
            if (full && at + from.remaining() > file.size()) {
                throw new IOException("No space left on device");
            }
            file.write(from, at);
        }

        @Override
        public void force() {}

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
