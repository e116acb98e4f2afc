package io.sluice.adapter.journal;

import io.sluice.adapter.journal.FrameCursor.Positioned;
import io.sluice.adapter.journal.FrameFormat.Head;
import io.sluice.adapter.journal.codec.RecordCodec;
import io.sluice.adapter.journal.codec.UnreadableException;
import io.sluice.adapter.journal.disk.Disk;
import io.sluice.adapter.journal.disk.NativeDisk;
import io.sluice.port.Frame;
import io.sluice.port.Frame.FixCopied;
import io.sluice.port.Frame.FixHeld;
import io.sluice.port.Frame.FixNumbers;
import io.sluice.port.Frame.FixProven;
import io.sluice.port.Frame.FixReset;
import io.sluice.port.Frame.FixStored;
import io.sluice.port.Frame.FixSubscribed;
import io.sluice.port.Frame.Happened;
import io.sluice.port.Journal.FrameReader;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads the journal of a directory for people, up to what is known to be durable. Writes nothing; a
 * router may be writing meanwhile.
 */
public final class JournalTool {

    private final Disk disk;
    private final RecordCodec codec = FileJournal.codec(List.of());

    public JournalTool() {
        this(new NativeDisk());
    }

    JournalTool(Disk disk) {
        this.disk = disk;
    }

    /** A frame by its place in the journal and in time. */
    public record Place(long position, long epoch, Instant at) {}

    /**
     * What a journal holds.
     *
     * @param end the position of the last whole frame, one that only marks what is durable included
     * @param durable the highest position that the journal itself says is durable
     * @param unfinishedBytes what stands after the last whole frame and was never durable: what is
     *     being written now, or the torn end of a crash
     * @param damage what is wrong and where; absent when nothing is
     */
    public record Report(
            int segments,
            long frames,
            Optional<Place> first,
            Optional<Place> last,
            long end,
            long durable,
            long unfinishedBytes,
            Optional<String> damage) {}

    public Report verify(Path directory) throws IOException {
        Tally tally = new Tally();
        try {
            List<Segment> segments = load(directory).newestUnbroken();
            Scan.Result end = scan(segments, tally);
            Optional<String> damage = tally.unreadable;
            if (end.hasLostDurable()) {
                damage = Optional.of(Recovery.describe(end, end.mark()));
            }
            return tally.report(segments.size(), end, damage);
        } catch (DamagedJournalException damaged) {
            return tally.report(Optional.ofNullable(damaged.getMessage()));
        }
    }

    /**
     * Damage that is not at the same place at the next look was a frame that a router was writing:
     * by the time that the rest was read, later frames said that it was durable.
     */
    private Scan.Result scan(List<Segment> segments, Tally tally) throws IOException {
        Scan.Result end = Scan.of(disk, segments, tally::add);
        long damagedAt = -1;
        while (end.hasLostDurable() && end.position() != damagedAt) {
            damagedAt = end.position();
            tally.forget();
            end = Scan.of(disk, segments, tally::add);
        }
        return end;
    }

    /**
     * Prints the entries of {@code count} frames, one a line: position, epoch, time, entry.
     *
     * @param from the position of the first frame to print, or any before it
     */
    public void print(Path directory, long from, long count, Appendable out) throws IOException {
        Segments segments = load(directory);
        List<Segment> unbroken = segments.newestUnbroken();
        long durable = Scan.of(disk, unbroken, (_, _) -> {}).mark();
        long after = Math.max(from - 1, unbroken.getFirst().first());
        if (after >= durable) {
            return;
        }
        try (FrameCursor cursor = new FrameCursor(segments, after)) {
            for (long i = 0; i < count; i++) {
                Positioned next = cursor.next(durable);
                if (next == null) {
                    return;
                }
                print(next, out);
            }
        }
    }

    /**
     * Reads every frame that the next run will find: all whole ones after the oldest that none is
     * missing after.
     *
     * @throws DamagedJournalException when something durable is not there
     */
    public void replay(Path directory, FrameReader reader) throws IOException {
        Segments segments = load(directory);
        Scan.Result end = Scan.of(disk, segments.newestUnbroken(), (_, _) -> {});
        if (end.hasLostDurable()) {
            throw new DamagedJournalException(Recovery.describe(end, end.mark()));
        }
        try (FrameCursor cursor = new FrameCursor(segments, segments.unbrokenFrom())) {
            Positioned next = cursor.next(end.chain().last());
            while (next != null) {
                reader.take(next.head().position(), next.frame());
                next = cursor.next(end.chain().last());
            }
        }
    }

    /** The position after which no frame is missing: 0 unless older ones were moved away. */
    public long oldest(Path directory) throws IOException {
        return load(directory).unbrokenFrom();
    }

    private Segments load(Path directory) throws IOException {
        Segments segments = Segments.load(disk, directory, codec);
        if (segments.all().isEmpty()) {
            throw new IOException("There is no journal in " + directory);
        }
        return segments;
    }

    private static void print(Positioned positioned, Appendable out) throws IOException {
        Head head = positioned.head();
        for (Frame.Entry entry : positioned.frame().entries()) {
            out.append(Long.toString(head.position()))
                    .append(' ')
                    .append(Long.toString(head.epoch()))
                    .append(' ')
                    .append(head.at().toString())
                    .append(' ')
                    .append(readable(text(entry)))
                    .append('\n');
        }
    }

    private static String text(Frame.Entry entry) {
        return switch (entry) {
            case Happened it -> it.event().toString();
            case FixStored it -> "FIX " + it.session() + " " + it.msgSeqNum() + " " + it.text();
            case FixNumbers it -> it.toString();
            case FixReset it -> it.toString();
            case FixHeld it ->
                    "FIX " + it.session() + " held 35=" + it.msgType() + "\u0001" + it.body();
            case FixCopied it -> it.toString();
            case FixProven it -> it.toString();
            case FixSubscribed it -> it.toString();
        };
    }

    /** One line, with FIX's field ends as bars. */
    private static String readable(String text) {
        return text.replace('\u0001', '|').replaceAll("\\p{Cntrl}", " ");
    }

    /** What was met on the way. */
    private static final class Tally {

        private long frames;
        private @Nullable Place first;
        private @Nullable Place last;
        private Optional<String> unreadable = Optional.empty();

        void add(Window window, Window.Whole frame) throws IOException {
            Head head = frame.head();
            if (head.isMark()) {
                return;
            }
            last = new Place(head.position(), head.epoch(), head.at());
            first = first == null ? last : first;
            frames++;
            try {
                var _ = window.decode(frame);
            } catch (UnreadableException cause) {
                unreadable = unreadable.or(() -> Optional.ofNullable(cause.getMessage()));
            }
        }

        void forget() {
            frames = 0;
            first = null;
            last = null;
            unreadable = Optional.empty();
        }

        Report report(int segments, Scan.Result end, Optional<String> damage) {
            return new Report(
                    segments,
                    frames,
                    Optional.ofNullable(first),
                    Optional.ofNullable(last),
                    end.chain().last(),
                    end.mark(),
                    damage.isEmpty() ? end.rest() : 0,
                    damage);
        }

        /** Of a journal that cannot even be walked over. */
        Report report(Optional<String> damage) {
            return new Report(
                    0,
                    frames,
                    Optional.ofNullable(first),
                    Optional.ofNullable(last),
                    0,
                    0,
                    0,
                    damage);
        }
    }
}
