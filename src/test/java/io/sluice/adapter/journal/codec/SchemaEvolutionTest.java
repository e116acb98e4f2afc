package io.sluice.adapter.journal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an old version wrote, read by a newer one: each pair of types is one that was renamed. */
class SchemaEvolutionTest {

    record Old(String id, int qty, Gone gone, List<Gone> allGone, OldColor color, String note) {}

    record Gone(String why, Optional<Instant> at) {}

    enum OldColor {
        RED,
        BLUE
    }

    /** Other order, one wider, one removed twice over, one renamed, one optional, others new. */
    record New(
            NewColor shade,
            String id,
            long qty,
            Optional<String> note,
            Optional<NewColor> added,
            List<String> list,
            Set<String> set,
            Map<String, String> map,
            String text,
            BigDecimal decimal,
            boolean flag,
            int number,
            long longNumber) {}

    enum NewColor {
        GREEN,
        BLUE,
        SCARLET
    }

    record OldPlace(String venue) {}

    record NewPlace(String venue, Instant since) {}

    record OldKind(String text) {}

    record NewKind(BigDecimal text) {}

    private static final Renames RENAMES =
            new Renames(
                    Map.of(
                            Old.class.getName(), New.class.getName(),
                            OldColor.class.getName(), NewColor.class.getName(),
                            OldPlace.class.getName(), NewPlace.class.getName(),
                            OldKind.class.getName(), NewKind.class.getName()),
                    Map.of(
                            New.class.getName() + ".color", "shade",
                            NewColor.class.getName() + ".RED", "SCARLET"));

    @Test
    void componentsAreMatchedByNameAndNewOnesGetTheirDefaults() throws UnreadableException {
        Gone gone = new Gone("why", Optional.of(Instant.EPOCH));
        Old old = new Old("A1", 7, gone, List.of(gone, gone), OldColor.RED, "hello");

        New read = (New) readByNew(old, New.class);

        assertThat(read)
                .isEqualTo(
                        new New(
                                NewColor.SCARLET,
                                "A1",
                                7L,
                                Optional.of("hello"),
                                Optional.empty(),
                                List.of(),
                                Set.of(),
                                Map.of(),
                                "",
                                BigDecimal.ZERO,
                                false,
                                0,
                                0L));
    }

    @Test
    void aConstantKeepsItsNameWhateverItsPlace() throws UnreadableException {
        Old old = new Old("A1", 7, new Gone("", Optional.empty()), List.of(), OldColor.BLUE, "");

        assertThat(((New) readByNew(old, New.class)).shade()).isEqualTo(NewColor.BLUE);
    }

    @Test
    void aNewComponentWithoutADefaultIsNamed() {
        assertThatThrownBy(() -> readByNew(new OldPlace("ALPHA"), NewPlace.class))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining(NewPlace.class.getName())
                .hasMessageContaining("since");
    }

    @Test
    void aTypeThatIsGoneIsNamedWithItsPlace() {
        assertThatThrownBy(() -> readByNew(new Gone("", Optional.empty()), New.class))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining(Gone.class.getName() + " is no longer known")
                .hasMessageContaining("at byte");
    }

    @Test
    void aConstantThatIsGoneIsNamed() {
        Renames withoutConstant = new Renames(RENAMES.types(), Map.of());

        assertThatThrownBy(() -> read(OldColor.RED, New.class, withoutConstant))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining(NewColor.class.getName() + ".RED");
    }

    @Test
    void aComponentOfAnotherKindIsNamed() {
        assertThatThrownBy(() -> readByNew(new OldKind("1"), NewKind.class))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("text of " + NewKind.class.getName())
                .hasMessageContaining("STRING")
                .hasMessageContaining("DECIMAL");
    }

    private static Object readByNew(Object old, Class<?> today) throws UnreadableException {
        return read(old, today, RENAMES);
    }

    private static Object read(Object old, Class<?> today, Renames renames)
            throws UnreadableException {
        RecordCodec writer = RecordCodec.of(List.of(old.getClass()), Renames.SO_FAR);
        ByteSink out = new ByteSink();
        writer.write(out, old);

        RecordCodec reader = RecordCodec.of(List.of(today), renames);
        ByteSource in = new ByteSource(out.toBytes(0));
        Object value = reader.decoder(writer.schema()).read(in, Object.class);
        in.requireEnd();
        return value;
    }
}
