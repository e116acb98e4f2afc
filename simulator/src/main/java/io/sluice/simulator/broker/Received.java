package io.sluice.simulator.broker;

import io.sluice.simulator.FixText;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A request as it came, before anyone judged it: what the ledger keeps of it.
 *
 * <p>Custom fields are those from 5000 on; the carried ones are the standard's that the broker does
 * not read. A field that comes more than once has a list of values.
 */
record Received(
        String msgType,
        String seq,
        boolean possDup,
        boolean possResend,
        Map<Column, String> columns,
        Map<String, Object> custom,
        Map<String, Object> carried) {

    private static final int FIRST_CUSTOM_TAG = 5000;

    private static final Set<Integer> SESSION_TAGS =
            Set.of(8, 9, 10, 34, 35, 43, 49, 50, 52, 56, 57, 89, 93, 97, 115, 116, 122, 128, 129);

    private static final Set<Integer> READ_TAGS =
            Arrays.stream(Column.values()).map(Column::tag).collect(Collectors.toSet());

    static Received of(FixText text) {
        Map<Column, String> columns = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            text.first(column.tag()).ifPresent(value -> columns.put(column, value));
        }
        Map<String, Object> custom = new LinkedHashMap<>();
        Map<String, Object> carried = new LinkedHashMap<>();
        for (FixText.Field field : text.fields()) {
            if (field.tag() >= FIRST_CUSTOM_TAG) {
                add(custom, field);
            } else if (!SESSION_TAGS.contains(field.tag()) && !READ_TAGS.contains(field.tag())) {
                add(carried, field);
            }
        }
        return new Received(
                text.first(35).orElse(""),
                text.first(34).orElse(""),
                isYes(text, 43),
                isYes(text, 97),
                columns,
                custom,
                carried);
    }

    /** What a ledger line says of it, as far as the broker needs it again. */
    static Received of(JsonNode line) {
        Map<Column, String> columns = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            String value = line.path(column.key()).asString("");
            if (!value.isEmpty()) {
                columns.put(column, value);
            }
        }
        return new Received(
                line.path("msgType").asString(""),
                line.path("seq").asString(""),
                line.path("possDup").asBoolean(false),
                line.path("possResend").asBoolean(false),
                columns,
                Map.of(),
                Map.of());
    }

    String column(Column column) {
        return columns.getOrDefault(column, "");
    }

    Map<String, Object> line(String broker, Instant at) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("t", "received");
        line.put("broker", broker);
        line.put("msgType", msgType);
        for (Column column : Column.values()) {
            line.put(column.key(), column(column));
        }
        line.put("possDup", possDup);
        line.put("possResend", possResend);
        line.put("seq", seq.isEmpty() ? 0 : Long.parseLong(seq));
        line.put("other", custom);
        line.put("carried", carried);
        line.put("at", at.toString());
        return line;
    }

    private static void add(Map<String, Object> values, FixText.Field field) {
        values.merge(String.valueOf(field.tag()), field.value(), Received::both);
    }

    private static Object both(Object earlier, Object later) {
        List<Object> values =
                new ArrayList<>(earlier instanceof List<?> list ? list : List.of(earlier));
        values.add(later);
        return values;
    }

    private static boolean isYes(FixText text, int tag) {
        return text.first(tag).filter("Y"::equals).isPresent();
    }
}
