package io.sluice.simulation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of a journal as a crash may leave them: everything up to a position, and after it
 * zeros, half a frame or garbage.
 *
 * @param segments the bytes of each segment, by its first position
 * @param others the other files, by name
 * @param dataStart where in a segment the first frame begins
 */
record JournalCopy(Map<Long, byte[]> segments, Map<String, byte[]> others, int dataStart) {

    private static final String SEGMENT = "journal-[0-9]{19}.*";

    /**
     * @param firstFrame the position of the journal's first frame
     */
    static JournalCopy read(Path directory, long firstFrame) throws IOException {
        Map<Long, byte[]> segments = new TreeMap<>();
        Map<String, byte[]> others = new TreeMap<>();
        for (Path file : files(directory)) {
            String name = file.getFileName().toString();
            if (name.matches(SEGMENT)) {
                segments.put(Long.parseLong(name.replaceAll("\\D", "")), Files.readAllBytes(file));
            } else {
                others.put(name, Files.readAllBytes(file));
            }
        }
        return new JournalCopy(segments, others, Math.toIntExact(firstFrame));
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** The length of the frame at a position. */
    int length(long position) {
        return ByteBuffer.wrap(segment(position)).getInt(offset(position));
    }

    /** Where a frame ends. */
    long end(long position) {
        return position + length(position);
    }

    /**
     * Cuts at a position: what came after was never written, but for the garbage.
     *
     * @param garbage how many bytes that mean nothing stand at the position; the first of them is
     *     not what stood there
     */
    JournalCopy cut(long at, int garbage, Random random) {
        Map<Long, byte[]> left = new TreeMap<>();
        long within = first(at - 1);
        for (Map.Entry<Long, byte[]> segment : segments.entrySet()) {
            byte[] bytes = segment.getValue().clone();
            if (segment.getKey() == within) {
                int from = Math.toIntExact(at - within);
                Arrays.fill(bytes, from, bytes.length, (byte) 0);
                byte[] noise = new byte[Math.min(garbage, bytes.length - from)];
                random.nextBytes(noise);
                if (noise.length > 0) {
                    noise[0] = (byte) ~segment.getValue()[from];
                }
                System.arraycopy(noise, 0, bytes, from, noise.length);
            } else if (segment.getKey() > within) {
                Arrays.fill(bytes, dataStart, bytes.length, (byte) 0);
            }
            if (segment.getKey() <= within + bytes.length) {
                left.put(segment.getKey(), bytes);
            }
        }
        return new JournalCopy(left, others, dataStart);
    }

    /** At most so many bytes of a frame that zeros behind them do not happen to complete it. */
    int torn(long position, int written) {
        byte[] bytes = segment(position);
        int at = written;
        while (at > 0 && bytes[offset(position) + at] == 0) {
            at--;
        }
        return at;
    }

    /** One bit of the byte at a position is another one. */
    JournalCopy damaged(long at, Random random) {
        Map<Long, byte[]> changed = new TreeMap<>(segments);
        byte[] bytes = segment(at).clone();
        bytes[offset(at)] ^= (byte) (1 << random.nextInt(8));
        changed.put(first(at), bytes);
        return new JournalCopy(changed, others, dataStart);
    }

    /** Without the snapshots of positions after this one: they were not taken yet. */
    JournalCopy withSnapshotsUpTo(long position) {
        Map<String, byte[]> kept = new TreeMap<>(others);
        kept.keySet()
                .removeIf(
                        name ->
                                name.startsWith("snapshot-")
                                        && Long.parseLong(name.replaceAll("\\D", "")) > position);
        return new JournalCopy(segments, kept, dataStart);
    }

    JournalCopy withoutSnapshots() {
        return withSnapshotsUpTo(0);
    }

    List<Long> snapshots() {
        List<Long> positions = new ArrayList<>();
        for (String name : others.keySet()) {
            if (name.startsWith("snapshot-")) {
                positions.add(Long.parseLong(name.replaceAll("\\D", "")));
            }
        }
        return positions;
    }

    /** In place of what the directory holds. */
    Path write(Path directory) throws IOException {
        Files.createDirectories(directory);
        for (Path old : files(directory)) {
            Files.delete(old);
        }
        for (Map.Entry<Long, byte[]> segment : segments.entrySet()) {
            String name = "journal-%019d.sluice".formatted(segment.getKey());
            Files.write(directory.resolve(name), segment.getValue());
        }
        for (Map.Entry<String, byte[]> other : others.entrySet()) {
            Files.write(directory.resolve(other.getKey()), other.getValue());
        }
        return directory;
    }

    private byte[] segment(long position) {
        return Objects.requireNonNull(segments.get(first(position)));
    }

    private int offset(long position) {
        return Math.toIntExact(position - first(position));
    }

    private long first(long position) {
        return segments.keySet().stream()
                .filter(first -> first <= position)
                .max(Long::compare)
                .orElseThrow();
    }
}
