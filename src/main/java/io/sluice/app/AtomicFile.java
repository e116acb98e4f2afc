package io.sluice.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** A small file that is there as a whole or not at all. */
final class AtomicFile {

    static void write(Path file, String text) throws IOException {
        replace(file, text, new FileAttribute<?>[0]);
    }

    /** Readable and writable by the owner only, where the file system knows owners. */
    static void writeForOwner(Path file, String text) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            var ownerOnly = PosixFilePermissions.fromString("rw-------");
            replace(file, text, PosixFilePermissions.asFileAttribute(ownerOnly));
        } else {
            write(file, text);
        }
    }

    private static void replace(Path file, String text, FileAttribute<?>... attributes)
            throws IOException {
        Path whole = file.resolveSibling(file.getFileName() + ".tmp");
        Files.deleteIfExists(whole);
        Files.createFile(whole, attributes);
        Files.writeString(whole, text);
        Files.move(
                whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private AtomicFile() {}
}
