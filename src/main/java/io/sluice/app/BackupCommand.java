package io.sluice.app;

import io.sluice.adapter.journal.JournalBackup;
import io.sluice.adapter.journal.JournalBackup.Copied;
import io.sluice.adapter.journal.JournalTool;
import io.sluice.adapter.journal.disk.Disk;
import io.sluice.adapter.journal.disk.DiskFile;
import io.sluice.adapter.journal.disk.NativeDisk;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * {@code backup DIR}: copies a data directory, also while a router writes it. The copy bears an
 * unfinished name until it has been read back and found sound.
 */
@Command(
        name = "backup",
        description = {
            "Copy a data directory, so that a router can be started from the copy; a running",
            "router does not mind. The copy ends with what is durable when it begins.",
            "Copied are journal, snapshots and epoch. The order book store is not: it is rebuilt",
            "from the journal. Nor are api.token (a start makes a new one) and the configuration."
        },
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {

    private static final String FINISHED = "backup.json";

    private final PrintWriter out;
    private final Disk disk = new NativeDisk();

    @Parameters(paramLabel = "DIR", description = "where to: empty, or not there")
    private Path target = Path.of("");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "the data directory (default: data; where there is none, data/demo)")
    private List<Path> data = List.of();

    BackupCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        Path source = JournalCommand.findData(data);
        Path journal = source.resolve(Wiring.JOURNAL);
        requireFree(source);
        Files.createDirectories(target);
        boolean isRunning = RunFile.read(source).filter(RunFile::isAlive).isPresent();
        Path unfinished = target.resolve(Wiring.JOURNAL + ".unfinished");
        Copied copied = new JournalBackup().copy(journal, unfinished, isRunning);
        disk.rename(unfinished, target.resolve(Wiring.JOURNAL));
        writeSummary(summary(source, copied) + "\n");
        disk.forceDirectory(target);
        tell(journal, copied);
        return ExitCode.OK;
    }

    private void requireFree(Path source) throws IOException {
        if (target.toAbsolutePath().normalize().startsWith(source.toAbsolutePath().normalize())) {
            throw new CommandFailure(
                    ExitCode.CANNOT_CREATE,
                    target + " is in the data directory itself: " + source + "; name another");
        }
        if (Files.exists(target) && !isEmptyDirectory()) {
            throw new CommandFailure(
                    ExitCode.CANNOT_CREATE, target + " is not an empty directory: name another");
        }
    }

    private boolean isEmptyDirectory() throws IOException {
        if (!Files.isDirectory(target)) {
            return false;
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.findFirst().isEmpty();
        }
    }

    private void writeSummary(String text) throws IOException {
        try (DiskFile file = disk.create(target.resolve(FINISHED))) {
            file.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
            file.force();
        }
    }

    private static String summary(Path source, Copied copied) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("of", source.toAbsolutePath().normalize().toString());
        summary.put("takenAt", Instant.now().toString());
        summary.put("position", copied.end());
        summary.put("epoch", copied.epoch());
        summary.put("frames", copied.report().frames());
        return JsonMapper.shared().writeValueAsString(summary);
    }

    private void tell(Path journal, Copied copied) {
        JournalTool.Report report = copied.report();
        out.printf(
                "%s up to position %d, epoch %d: %d segments, %d frames, %d snapshots%n",
                journal,
                copied.end(),
                copied.epoch(),
                copied.segments(),
                report.frames(),
                copied.snapshots());
        report.last().ifPresent(last -> out.println("last frame of " + last.at()));
        out.println("copied to " + target + ", read back, no damage");
        out.println("Start from it only when the original never runs again: docs/operations.md");
        out.flush();
    }
}
