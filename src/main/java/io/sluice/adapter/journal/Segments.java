package io.sluice.adapter.journal;

import io.sluice.adapter.journal.codec.RecordCodec;
import io.sluice.adapter.journal.disk.Disk;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** All segments of a journal, the archived ones too, by their first positions. Any thread. */
final class Segments {

    static final String ARCHIVE = "archive";

    private final Disk disk;
    private final Path directory;
    private final NavigableMap<Long, Segment> byFirst = new ConcurrentSkipListMap<>();

    private Segments(Disk disk, Path directory) {
        this.disk = disk;
        this.directory = directory;
    }

    /** The archive last: a router may be moving segments there meanwhile. */
    static Segments load(Disk disk, Path directory, RecordCodec codec) throws IOException {
        Segments segments = new Segments(disk, directory);
        Path archive = directory.resolve(ARCHIVE);
        List<Path> moved = segments.add(directory, codec);
        if (disk.exists(archive)) {
            segments.add(archive, codec);
        }
        for (Path file : moved) {
            if (segments.all().stream().noneMatch(it -> it.isNamedAs(file))) {
                throw new NoSuchFileException(file.toString());
            }
        }
        return segments;
    }

    /** Gives the files that were gone when they were to be opened. */
    private List<Path> add(Path folder, RecordCodec codec) throws IOException {
        List<Path> gone = new ArrayList<>();
        for (Path file : disk.list(folder)) {
            if (Segment.isSegment(file)) {
                try {
                    add(Segment.open(disk, file, codec));
                } catch (NoSuchFileException _) {
                    gone.add(file);
                }
            }
        }
        return gone;
    }

    void add(Segment segment) {
        byFirst.put(segment.first(), segment);
    }

    void remove(Segment segment) {
        byFirst.remove(segment.first());
    }

    /** Those that are not archived, oldest first. */
    List<Segment> live() {
        return byFirst.values().stream().filter(it -> !isArchived(it)).toList();
    }

    List<Segment> all() {
        return List.copyOf(byFirst.values());
    }

    /** The newest segments without a gap between them, oldest first; the archive may have gaps. */
    List<Segment> newestUnbroken() throws DamagedJournalException {
        requireUnbroken();
        List<Segment> unbroken = new ArrayList<>();
        for (Segment segment : all().reversed()) {
            if (!unbroken.isEmpty() && segment.end() != unbroken.getLast().first()) {
                break;
            }
            unbroken.add(segment);
        }
        return unbroken.reversed();
    }

    /**
     * Where a reader begins who wants to read without a gap up to the newest frame. Looks at the
     * archive and the live segments alike, so it may be asked while segments are archived.
     */
    long unbrokenFrom() {
        long first = 0;
        boolean isNewest = true;
        for (Segment segment : all().reversed()) {
            if (!isNewest && segment.end() != first) {
                break;
            }
            first = segment.first();
            isNewest = false;
        }
        return first;
    }

    boolean isArchived(Segment segment) {
        return segment.path().startsWith(directory.resolve(ARCHIVE));
    }

    /** That each live segment begins where the one before it ends. */
    void requireUnbroken() throws DamagedJournalException {
        @Nullable Segment before = null;
        for (Segment segment : live()) {
            if (before != null && segment.first() != before.end()) {
                throw new DamagedJournalException(
                        "A segment is missing: %s ends at position %d and the next one is %s"
                                .formatted(before.path(), before.end(), segment.path()));
            }
            before = segment;
        }
    }

    /** The segment that holds a position. */
    Segment at(long position) throws DamagedJournalException {
        Map.Entry<Long, Segment> entry = byFirst.floorEntry(position);
        if (entry == null || position >= entry.getValue().end()) {
            throw new DamagedJournalException(
                    "No segment in %s holds position %d".formatted(directory, position));
        }
        return entry.getValue();
    }

    Window open(long position) throws IOException {
        Segment segment = at(position);
        try {
            return new Window(disk, segment);
        } catch (NoSuchFileException moved) {
            Segment now = at(position);
            if (now.path().equals(segment.path())) {
                throw moved;
            }
            return new Window(disk, now);
        }
    }

    /** Moves every segment that ends at or before a position to the archive. */
    void archiveBefore(long position) throws IOException {
        List<Segment> old = new ArrayList<>(live());
        old.removeIf(it -> it.end() > position);
        if (old.isEmpty()) {
            return;
        }
        Path archive = directory.resolve(ARCHIVE);
        disk.makeDirectory(archive);
        for (Segment segment : old) {
            Path moved = archive.resolve(segment.path().getFileName());
            disk.rename(segment.path(), moved);
            add(segment.movedTo(moved));
        }
        disk.forceDirectory(archive);
        disk.forceDirectory(directory);
    }
}
