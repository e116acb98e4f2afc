package io.sluice.adapter.journal;

import io.sluice.adapter.journal.disk.Disk;
import io.sluice.adapter.journal.disk.DiskFile;
import io.sluice.adapter.journal.disk.NativeDisk;
import io.sluice.order.Command.Kill;
import io.sluice.order.KillId;
import io.sluice.order.KillMode;
import io.sluice.order.KillScope;
import io.sluice.port.KillLatch;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code kill.latch}: one line of JSON for each kill, in a file whose room is taken in advance, so
 * that a full disk keeps no kill out. A line that was dropped begins with {@code #}: one byte is
 * never half written. One thread at a time.
 */
public final class KillLatchFile implements KillLatch, AutoCloseable {

    public static final String NAME = "kill.latch";

    private static final Logger LOG = LoggerFactory.getLogger(KillLatchFile.class);
    private static final int BYTES = 256 * 1024;
    private static final byte DROPPED = '#';

    private final Disk disk;
    private final Path path;
    private final List<Kill> kept = new ArrayList<>();
    private final Map<KillId, Line> lines = new LinkedHashMap<>();
    private DiskFile file;
    private int end;

    private record Line(Kill kill, int at) {}

    private KillLatchFile(Disk disk, Path path, DiskFile file) {
        this.disk = disk;
        this.path = path;
        this.file = file;
    }

    /** The latch of a data directory, made if there is none. */
    public static KillLatchFile open(Path data) throws IOException {
        return open(new NativeDisk(), data);
    }

    static KillLatchFile open(Disk disk, Path data) throws IOException {
        Path path = data.resolve(NAME);
        if (!disk.exists(path)) {
            write(disk, path, new byte[BYTES]).close();
        }
        KillLatchFile latch = new KillLatchFile(disk, path, disk.openToWrite(path));
        latch.read();
        return latch;
    }

    /** Whole or not at all. */
    private static DiskFile write(Disk disk, Path path, byte[] bytes) throws IOException {
        Path next = path.resolveSibling(NAME + ".next");
        DiskFile file = disk.create(next);
        file.write(ByteBuffer.wrap(bytes), 0);
        file.force();
        disk.rename(next, path);
        disk.forceDirectory(Optional.ofNullable(path.toAbsolutePath().getParent()).orElseThrow());
        return file;
    }

    /** What follows the last whole line was torn by a crash, and nobody was told that it stands. */
    private void read() throws IOException {
        byte[] bytes = new byte[BYTES];
        file.read(ByteBuffer.wrap(bytes), 0);
        int at = 0;
        for (int i = 0; i < BYTES && bytes[i] != 0; i++) {
            if (bytes[i] == '\n') {
                take(new String(bytes, at, i - at, StandardCharsets.UTF_8), at);
                at = i + 1;
            }
        }
        end = at;
        if (end < BYTES && bytes[end] != 0) {
            LOG.warn("ALARM: the last line of {} was torn and is left out", path);
            file.write(ByteBuffer.wrap(new byte[BYTES - end]), end);
            file.force();
        }
    }

    private void take(String text, int at) {
        if (text.isEmpty() || text.charAt(0) == DROPPED) {
            return;
        }
        try {
            Kill kill = parse(JsonMapper.shared().readTree(text));
            lines.put(kill.killId(), new Line(kill, at));
            kept.add(kill);
        } catch (JacksonException | IllegalArgumentException e) {
            LOG.error("ALARM: a line of {} cannot be read and is left out: {}", path, text, e);
        }
    }

    private static Kill parse(JsonNode line) {
        return new Kill(
                new KillId(line.path("killId").asString()),
                KillScope.parse(line.path("scope").asString()),
                KillMode.valueOf(line.path("mode").asString()),
                line.path("reason").asString(),
                line.path("by").asString());
    }

    private static byte[] bytesOf(Kill kill) {
        String json =
                JsonMapper.shared()
                        .createObjectNode()
                        .put("killId", kill.killId().value())
                        .put("scope", kill.scope().toString())
                        .put("mode", kill.mode().name())
                        .put("reason", kill.reason())
                        .put("by", kill.by())
                        .toString();
        return (json + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public List<Kill> kept() {
        return List.copyOf(kept);
    }

    @Override
    public void keep(Kill kill) throws IOException {
        if (lines.containsKey(kill.killId())) {
            return;
        }
        byte[] line = bytesOf(kill);
        if (end + line.length > BYTES) {
            compact();
        }
        if (end + line.length > BYTES) {
            throw new IOException(path + " is full: " + lines.size() + " kills stand");
        }
        file.write(ByteBuffer.wrap(line), end);
        file.force();
        lines.put(kill.killId(), new Line(kill, end));
        end += line.length;
    }

    @Override
    public void drop(Collection<KillId> kills) throws IOException {
        boolean any = false;
        for (KillId id : kills) {
            Line line = lines.remove(id);
            if (line != null) {
                file.write(ByteBuffer.wrap(new byte[] {DROPPED}), line.at());
                any = true;
            }
        }
        if (any) {
            file.force();
        }
    }

    /** A new file without what was dropped. */
    private void compact() throws IOException {
        ByteBuffer all = ByteBuffer.allocate(BYTES);
        Map<KillId, Line> moved = new LinkedHashMap<>();
        for (Line line : lines.values()) {
            moved.put(line.kill().killId(), new Line(line.kill(), all.position()));
            all.put(bytesOf(line.kill()));
        }
        DiskFile next = write(disk, path, all.array());
        file.close();
        file = next;
        end = all.position();
        lines.clear();
        lines.putAll(moved);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
