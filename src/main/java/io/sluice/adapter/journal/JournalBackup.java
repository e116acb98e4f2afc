package io.sluice.adapter.journal;

import io.sluice.adapter.journal.Window.Whole;
import io.sluice.adapter.journal.codec.RecordCodec;
import io.sluice.adapter.journal.disk.Disk;
import io.sluice.adapter.journal.disk.NativeDisk;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * Copies the journal of a directory so that a router can start from the copy. Reads only; a router
 * may be writing meanwhile, and goes on undisturbed.
 *
 * <p>What is copied is what stands up to one position: nothing before it changes any more, whatever
 * is written, archived or made ahead after it. Snapshots are copied first, so none is newer.
 */
public final class JournalBackup {

    private static final int ATTEMPTS = 5;

    private final Disk disk;
    private final RecordCodec codec = FileJournal.codec(List.of());

    public JournalBackup() {
        this(new NativeDisk());
    }

    JournalBackup(Disk disk) {
        this.disk = disk;
    }

    /**
     * What the copy holds.
     *
     * @param end the position of its last frame
     * @param epoch the last one that the original had begun
     */
    public record Copied(
            long end, long epoch, int segments, int snapshots, JournalTool.Report report) {}

    /**
     * Copies, makes the copy durable, and verifies it.
     *
     * @param to an empty directory, or one that is to be made
     * @param isRunning whether a router writes the journal: then what it has not said to be durable
     *     is left out. Of one that has ended everything is taken, as a start would.
     * @throws DamagedJournalException when the original is damaged, or the copy is not sound
     */
    public Copied copy(Path from, Path to, boolean isRunning) throws IOException {
        disk.makeDirectory(to);
        if (!disk.list(to).isEmpty()) {
            throw new FileAlreadyExistsException(to + " is not empty");
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt(from, to, isRunning);
            } catch (NoSuchFileException moved) {
                if (attempt == ATTEMPTS) {
                    throw moved;
                }
            }
        }
    }

    private Copied attempt(Path from, Path to, boolean isRunning) throws IOException {
        BackupCopy copy = new BackupCopy(disk, from, to);
        copy.begin();
        List<Long> snapshots = copy.snapshots(new Snapshots(disk, from, codec).positions());
        Segments segments = Segments.load(disk, from, codec);
        if (segments.all().isEmpty()) {
            throw new IOException("There is no journal in " + from);
        }
        List<Segment> unbroken = segments.newestUnbroken();
        long end = end(unbroken, snapshots, isRunning);
        requireComplete(unbroken.getFirst(), snapshots);
        int count = 0;
        for (Segment segment : unbroken) {
            if (segment.first() <= end) {
                copy.segment(segment, segments.isArchived(segment), offsetAfter(segment, end));
                count++;
            }
        }
        long epoch = new Epochs(disk, from).current();
        copy.finish(epoch, end);
        return new Copied(end, epoch, count, snapshots.size(), verified(to, end, snapshots));
    }

    /** The position of the last frame to copy. */
    private long end(List<Segment> segments, List<Long> snapshots, boolean isRunning)
            throws IOException {
        Scan.Result found = scan(segments);
        long newest = snapshots.stream().mapToLong(Long::longValue).max().orElse(0);
        long durable = Math.max(found.mark(), newest);
        if (found.hasLostDurable() || newest > found.chain().last()) {
            throw new DamagedJournalException(Recovery.describe(found, durable));
        }
        long end = isRunning ? durable : found.chain().last();
        if (end == 0) {
            throw new IOException(
                    "Nothing is durable yet in " + segments.getFirst().path().getParent());
        }
        return end;
    }

    /** Damage that a second look does not find was a frame that was being written. */
    private Scan.Result scan(List<Segment> segments) throws IOException {
        Scan.Result found = Scan.of(disk, segments, (_, _) -> {});
        long damagedAt = -1;
        while (found.hasLostDurable() && found.position() != damagedAt) {
            damagedAt = found.position();
            found = Scan.of(disk, segments, (_, _) -> {});
        }
        return found;
    }

    /** Without the beginning of all frames there must be a snapshot to begin from. */
    private static void requireComplete(Segment first, List<Long> snapshots) throws IOException {
        boolean hasStart = snapshots.stream().anyMatch(position -> position >= first.first());
        if (first.first() > 0 && !hasStart) {
            throw new DamagedJournalException(
                    "No snapshot is as new as the oldest segment " + first.path());
        }
    }

    /** How much of a segment is to be copied: all of it, but for the one that holds the end. */
    private long offsetAfter(Segment segment, long end) throws IOException {
        if (end >= segment.end()) {
            return segment.end() - segment.first();
        }
        try (Window window = new Window(disk, segment)) {
            long offset = end - segment.first();
            if (window.look(offset) instanceof Whole frame) {
                return offset + frame.head().length();
            }
            throw new DamagedJournalException(
                    "No frame stands at position %d in %s".formatted(end, segment.path()));
        }
    }

    private JournalTool.Report verified(Path to, long end, List<Long> snapshots)
            throws IOException {
        JournalTool.Report report = new JournalTool(disk).verify(to);
        if (report.damage().isPresent()) {
            throw new DamagedJournalException("The copy is damaged: " + report.damage().get());
        }
        if (report.end() != end || report.unfinishedBytes() != 0) {
            throw new DamagedJournalException(
                    "The copy in %s was to end with position %d, ends with %d and %d bytes"
                            .formatted(to, end, report.end(), report.unfinishedBytes()));
        }
        Snapshots copied = new Snapshots(disk, to, codec);
        for (long position : snapshots) {
            copied.requireSound(position);
        }
        return report;
    }
}
