package io.sluice.app.demo;

import io.sluice.app.CommandFailure;
import io.sluice.app.ExitCode;
import io.sluice.app.RunFile;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A demo's data directory: begun afresh, but never at the cost of what is not a demo's. */
record DemoDirectory(Path path) {

    private static final String MARK = "demo.json";

    /** Everything that a demo and its router write at the top of the directory. */
    private static final Pattern OWN =
            Pattern.compile(
                    "demo\\.json|(brokers|router|oms|dropcopy|store)\\.log|broker|oms|dropcopy"
                            + "|store|kill\\.latch|run\\.json|api\\.token"
                            + "|journal|snapshots|archive|logs|sluice\\.lock|epoch|failed\\.mark"
                            + "|(journal|snapshot)-.*|.*\\.(tmp|new)");

    static DemoDirectory begin(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            requireIdle(path);
            requireOwn(path);
            delete(path);
        }
        Files.createDirectories(path);
        Files.writeString(path.resolve(MARK), "{\"startedAt\":\"" + Instant.now() + "\"}\n");
        return new DemoDirectory(path);
    }

    Path omsLedger() {
        return oms().resolve("ledger.jsonl");
    }

    Path brokerLedger() {
        return broker().resolve("ledger.jsonl");
    }

    Path oms() {
        return path.resolve("oms");
    }

    Path dropCopy() {
        return path.resolve("dropcopy");
    }

    Path store() {
        return path.resolve("store");
    }

    Path broker() {
        return path.resolve("broker");
    }

    private static void requireIdle(Path path) throws IOException {
        Optional<RunFile> run = RunFile.read(path);
        if (run.isPresent() && run.get().isAlive()) {
            throw new CommandFailure(
                    ExitCode.CANNOT_CREATE,
                    "a router (process "
                            + run.get().pid()
                            + ") is running on "
                            + path
                            + ": stop it, or name another --data");
        }
    }

    private static void requireOwn(Path path) throws IOException {
        List<String> names;
        try (Stream<Path> files = Files.list(path)) {
            names = files.map(file -> file.getFileName().toString()).sorted().toList();
        }
        Optional<String> foreign =
                names.contains(MARK)
                        ? names.stream().filter(name -> !OWN.matcher(name).matches()).findFirst()
                        : names.stream().findFirst();
        if (foreign.isPresent()) {
            throw new CommandFailure(
                    ExitCode.CANNOT_CREATE,
                    path.resolve(foreign.get())
                            + " was not written by a demo: move it, or name another --data");
        }
    }

    private static void delete(Path path) throws IOException {
        Files.walkFileTree(
                path,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path directory, @Nullable IOException failure) throws IOException {
                        if (failure != null) {
                            throw failure;
                        }
                        Files.delete(directory);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
