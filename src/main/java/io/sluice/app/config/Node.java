package io.sluice.app.config;

import java.util.List;
import java.util.Optional;

/** A part of a YAML file that knows where it stands. */
sealed interface Node {

    Place place();

    /** What it is, for error texts. */
    String shown();

    /** Keys with values, in the order of the file; no key stands twice. */
    record Mapping(Place place, List<Member> members) implements Node {

        Optional<Member> member(String name) {
            return members.stream().filter(it -> it.name().equals(name)).findFirst();
        }

        @Override
        public String shown() {
            return "a section";
        }
    }

    /** One key of a mapping, with its value. */
    record Member(String name, Place place, Node value) {}

    /** Values one after the other. */
    record Sequence(Place place, List<Node> items) implements Node {
        @Override
        public String shown() {
            return "a list";
        }
    }

    /** What a single value was written as. */
    enum Kind {
        TEXT,
        NUMBER,
        BOOLEAN,
        NULL
    }

    /** A single value, as it was written. */
    record Scalar(Place place, Kind kind, String text) implements Node {
        @Override
        public String shown() {
            return switch (kind) {
                case TEXT -> text.isEmpty() ? "an empty text" : text;
                case NUMBER, BOOLEAN -> text;
                case NULL -> "nothing";
            };
        }
    }
}
