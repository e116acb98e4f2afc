package io.sluice.adapter.journal.codec;

import java.util.Map;

/**
 * What was renamed since the first journal was written, so that old ones stay readable.
 *
 * @param types today's full class name by the one written
 * @param members today's name of a component or constant, by today's class name, a dot and the name
 *     written
 */
public record Renames(Map<String, String> types, Map<String, String> members) {

    /** What was renamed in this project. Nothing may be taken away here. */
    public static final Renames SO_FAR = new Renames(Map.of(), Map.of());

    String type(String written) {
        return types.getOrDefault(written, written);
    }

    String member(String type, String written) {
        return members.getOrDefault(type + "." + written, written);
    }
}
