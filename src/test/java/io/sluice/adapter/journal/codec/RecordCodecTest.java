package io.sluice.adapter.journal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.adapter.journal.codec.KnownType.KnownRecord;
import io.sluice.port.Frame;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;

class RecordCodecTest {

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private final RandomValues values = new RandomValues(random);

    /** One component of every kind. */
    record Everything(
            boolean flag,
            int number,
            long longNumber,
            Integer boxed,
            Long longBoxed,
            Boolean flagBoxed,
            String text,
            BigDecimal decimal,
            Instant at,
            LocalDate day,
            Color color,
            Family member,
            Single single,
            Nothing nothing,
            Optional<String> maybe,
            List<Family> members,
            List<Nothing> nothings,
            Set<Color> colors,
            SortedSet<String> sorted,
            Map<Single, List<Optional<Integer>>> map,
            SortedMap<String, Color> sortedMap) {}

    enum Color {
        RED,
        GREEN {
            @Override
            public String toString() {
                return "a class of its own";
            }
        }
    }

    sealed interface Family {
        record One(String text) implements Family {}

        record Two(Single single, int number) implements Family {}

        enum Three implements Family {
            FIRST,
            SECOND
        }
    }

    record Single(String text) {}

    record Nothing() {}

    record Unwritable(double number) {}

    record Ordered(Map<String, Integer> map) {}

    @Test
    void everyRecordThatAFrameCanHoldComesBackEqual() throws UnreadableException {
        List<Class<?>> roots = List.of(Frame.Entry.class);
        RecordCodec codec = RecordCodec.of(roots, Renames.SO_FAR);
        int records = 0;
        for (KnownType type : KnownTypes.reachableFrom(roots).all()) {
            if (type instanceof KnownRecord record) {
                records++;
                for (int i = 0; i < 30; i++) {
                    assertComesBack(codec, values.ofRecord(record.raw()));
                }
            }
        }
        assertThat(records).isGreaterThan(40);
    }

    @Test
    void everyKindOfComponentComesBackEqual() throws UnreadableException {
        RecordCodec codec = RecordCodec.of(List.of(Everything.class), Renames.SO_FAR);
        for (int i = 0; i < 2_000; i++) {
            assertComesBack(codec, values.ofRecord(Everything.class));
        }
    }

    private void assertComesBack(RecordCodec codec, Object value) throws UnreadableException {
        ByteSink out = new ByteSink();
        codec.write(out, value);
        ByteSource in = new ByteSource(out.toBytes(0));
        Object back = codec.decoder(codec.schema()).read(in, value.getClass());
        in.requireEnd();
        assertThat(back).as("seed %d", seed).isEqualTo(value);
    }

    @Test
    void aMapKeepsItsOrder() throws UnreadableException {
        RecordCodec codec = RecordCodec.of(List.of(Ordered.class), Renames.SO_FAR);
        Map<String, Integer> map = new LinkedHashMap<>();
        for (String key : List.of("z", "a", "m")) {
            map.put(key, map.size());
        }
        ByteSink out = new ByteSink();
        codec.write(out, new Ordered(map));

        Ordered back =
                codec.decoder(codec.schema()).read(new ByteSource(out.toBytes(0)), Ordered.class);

        assertThat(back.map().keySet()).containsExactly("z", "a", "m");
    }

    @Test
    void damagedBytesAreAnErrorAndNothingWorse() {
        RecordCodec codec = RecordCodec.of(List.of(Everything.class), Renames.SO_FAR);
        int unreadable = 0;
        for (int i = 0; i < 3_000; i++) {
            ByteSink out = new ByteSink();
            codec.write(out, values.ofRecord(Everything.class));
            byte[] bytes = out.toBytes(0);
            for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            int end = random.nextBoolean() ? bytes.length : random.nextInt(bytes.length);
            unreadable += isReadable(codec, new ByteSource(bytes, 0, end)) ? 0 : 1;
        }
        assertThat(unreadable).as("seed %d", seed).isGreaterThan(1_000);
    }

    @Test
    void aDamagedSchemaIsAnErrorAndNothingWorse() {
        RecordCodec codec = RecordCodec.of(List.of(Everything.class), Renames.SO_FAR);
        ByteSink out = new ByteSink();
        codec.write(out, values.ofRecord(Everything.class));
        byte[] schema = codec.schema().toArray();
        int unreadable = 0;
        for (int bit = 0; bit < schema.length * 8; bit++) {
            byte[] damaged = schema.clone();
            damaged[bit / 8] ^= (byte) (1 << (bit % 8));
            unreadable += isReadable(codec, new SchemaBytes(damaged), out.toBytes(0)) ? 0 : 1;
        }
        assertThat(unreadable).as("seed %d", seed).isGreaterThan(schema.length * 4);
    }

    private record Inner(int number) {}

    private record Outer(Inner inner) {}

    @Test
    void aSchemaOfATypeThatHoldsItselfIsAnErrorAndNothingWorse() {
        RecordCodec codec = RecordCodec.of(List.of(Outer.class), Renames.SO_FAR);
        ByteSink out = new ByteSink();
        codec.write(out, new Outer(new Inner(7)));
        byte[] schema = codec.schema().toArray();
        int readable = 0;
        for (int at = 0; at < schema.length; at++) {
            byte[] damaged = schema.clone();
            damaged[at] ^= 1;
            readable += isReadable(codec, new SchemaBytes(damaged), out.toBytes(0)) ? 1 : 0;
        }
        assertThat(readable).isLessThan(schema.length / 2);
    }

    private static boolean isReadable(RecordCodec codec, SchemaBytes schema, byte[] bytes) {
        try {
            var _ = codec.decoder(schema).read(new ByteSource(bytes), Record.class);
            return true;
        } catch (UnreadableException _) {
            return false;
        }
    }

    private static boolean isReadable(RecordCodec codec, ByteSource in) {
        try {
            var _ = codec.decoder(codec.schema()).read(in, Record.class);
            in.requireEnd();
            return true;
        } catch (UnreadableException _) {
            return false;
        }
    }

    @Test
    void theSchemaDoesNotDependOnTheOrderOfTheRoots() {
        List<Class<?>> roots = new ArrayList<>(List.of(Frame.Entry.class, Everything.class));
        SchemaBytes schema = RecordCodec.of(roots, Renames.SO_FAR).schema();

        assertThat(RecordCodec.of(roots.reversed(), Renames.SO_FAR).schema()).isEqualTo(schema);
    }

    @Test
    void aTypeThatCannotBeKeptIsNamedAtOnce() {
        assertThatThrownBy(() -> RecordCodec.of(List.of(Unwritable.class), Renames.SO_FAR))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("double")
                .hasMessageContaining("Unwritable.number");
    }

    @Test
    void aTypeThatTheCodecWasNotToldOfIsRefused() {
        RecordCodec codec = RecordCodec.of(List.of(Single.class), Renames.SO_FAR);

        assertThatThrownBy(() -> codec.write(new ByteSink(), new Nothing()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Nothing");
    }
}
