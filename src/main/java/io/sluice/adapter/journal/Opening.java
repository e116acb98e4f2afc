package io.sluice.adapter.journal;

import io.sluice.adapter.journal.JournalSettings.Durability;
import io.sluice.adapter.journal.Recovery.Recovered;
import io.sluice.adapter.journal.Tail.Place;
import io.sluice.adapter.journal.codec.RecordCodec;
import io.sluice.adapter.journal.codec.SchemaBytes;
import io.sluice.adapter.journal.disk.Disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;

/** The steps from a directory to a journal that can be appended to. */
final class Opening {

    private final Disk disk;
    private final JournalSettings settings;
    private final RecordCodec codec;
    private final FailedMark failedMark;
    private final Segments segments;
    private final Snapshots snapshots;
    private final SegmentMaker maker;
    private final Recovery recovery;

    /**
     * Everything that a journal works with.
     *
     * @param segment the one to append to
     * @param place where in it
     * @param chain what is known after the last frame
     */
    record Opened(
            Disk disk,
            JournalSettings settings,
            RecordCodec codec,
            FailedMark failedMark,
            Segments segments,
            Snapshots snapshots,
            SegmentMaker maker,
            Segment segment,
            Place place,
            Chain chain,
            Optional<TailCut> cut) {}

    Opening(
            Disk disk,
            JournalSettings settings,
            RecordCodec codec,
            ScheduledExecutorService segmentThread)
            throws IOException {
        Path directory = settings.directory();
        this.disk = disk;
        this.settings = settings;
        this.codec = codec;
        disk.makeDirectory(directory);
        dropUnfinished(directory);
        this.segments = Segments.load(disk, directory, codec);
        this.snapshots = new Snapshots(disk, directory, codec);
        this.maker = new SegmentMaker(disk, settings, codec, segments, segmentThread);
        this.recovery = new Recovery(disk, directory, segments);
        this.failedMark = FailedMark.open(disk, directory);
    }

    private void dropUnfinished(Path directory) throws IOException {
        for (Path file : disk.list(directory)) {
            String name = file.getFileName().toString();
            if (name.matches("(journal-.*|snapshot)\\.new")) {
                disk.delete(file);
            }
        }
    }

    Opened open() throws IOException {
        long snapshot = snapshots.positions().stream().findFirst().orElse(0L);
        if (segments.live().isEmpty()) {
            if (snapshot > 0 || !segments.all().isEmpty()) {
                throw new DamagedJournalException(
                        "All segments are missing from " + settings.directory());
            }
            return begin(maker.make(0), Chain.from(0), Optional.empty());
        }
        Recovered recovered = recovery.run(snapshot);
        Scan.Result end = recovered.end();
        makeDurable(end.segment());
        if (end.segment().isWrittenBy(codec.schema())) {
            return goOn(end.segment(), end.offset(), end.chain(), recovered.cut());
        }
        return begin(successor(end), end.chain(), recovered.cut());
    }

    /** All that was found is taken for durable from here on. */
    private void makeDurable(Segment last) throws IOException {
        if (!failedMark.lastFailure().isEmpty()) {
            recovery.replaceByCopy(last);
        }
        if (settings.durability() == Durability.DISK) {
            for (Segment segment : segments.live()) {
                recovery.force(segment);
            }
        }
    }

    /** A segment with today's schema, after one that was written by another version. */
    private Segment successor(Scan.Result end) throws IOException {
        Segment last = end.segment();
        SchemaBytes schema = codec.schema();
        recovery.dropUnusable(last, schema, settings.segmentBytes());
        if (end.offset() == last.dataStart()) {
            for (Segment later : segments.live().reversed()) {
                if (later.first() >= last.first()) {
                    recovery.drop(later);
                }
            }
            return maker.make(last.first());
        }
        List<Segment> live = segments.live();
        return live.getLast().first() > last.first() ? live.getLast() : maker.make(last.end());
    }

    private Opened begin(Segment segment, Chain chain, Optional<TailCut> cut) throws IOException {
        return goOn(segment, segment.dataStart(), chain, cut);
    }

    private Opened goOn(Segment segment, long offset, Chain chain, Optional<TailCut> cut)
            throws IOException {
        recovery.dropUnusable(segment, codec.schema(), settings.segmentBytes());
        maker.prepare(segment.end());
        return new Opened(
                disk,
                settings,
                codec,
                failedMark,
                segments,
                snapshots,
                maker,
                segment,
                new Place(segment.first(), segment.end(), offset),
                chain,
                cut);
    }
}
