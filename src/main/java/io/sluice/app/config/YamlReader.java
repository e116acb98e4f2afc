package io.sluice.app.config;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns YAML text into nodes that know where they stand. Used once, by one thread. */
final class YamlReader {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Pattern PLACE =
            Pattern.compile("in reader, line (\\d{1,9}), column (\\d{1,9})");

    private final String file;
    private final YAMLParser parser;
    private final Mistakes mistakes;

    private YamlReader(String file, YAMLParser parser, Mistakes mistakes) {
        this.file = file;
        this.parser = parser;
        this.mistakes = mistakes;
    }

    /** The value the text holds; empty, with a mistake told, when it is not YAML. */
    static Optional<Node> read(String file, String text, Mistakes mistakes) {
        try (YAMLParser parser = (YAMLParser) YAML.createParser(text)) {
            return new YamlReader(file, parser, mistakes).read();
        }
    }

    private Optional<Node> read() {
        try {
            return document();
        } catch (JacksonException e) {
            mistakes.add(placeOf(e), "yaml", "is not YAML: " + reason(e));
            return Optional.empty();
        }
    }

    private Optional<Node> document() {
        JsonToken first = parser.nextToken();
        if (first == null) {
            mistakes.add(new Place(file, 1, 1), "yaml", "is empty");
            return Optional.empty();
        }
        Node node = value(first, "");
        if (parser.nextToken() != null) {
            mistakes.add(here(), "yaml", "holds a second document");
        }
        return Optional.of(node);
    }

    private Node value(JsonToken token, String path) {
        Place place = here();
        if (parser.isCurrentAlias()) {
            mistakes.add(place, path, "aliases are not taken: *" + parser.getString());
        }
        return switch (token) {
            case START_OBJECT -> mapping(place, path);
            case START_ARRAY -> sequence(place, path);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> scalar(place, Node.Kind.NUMBER);
            case VALUE_TRUE, VALUE_FALSE -> scalar(place, Node.Kind.BOOLEAN);
            case VALUE_NULL -> new Node.Scalar(place, Node.Kind.NULL, "");
            case VALUE_STRING -> scalar(place, Node.Kind.TEXT);
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> {
                mistakes.add(place, path, "is of a kind that is not taken: " + token);
                yield new Node.Scalar(place, Node.Kind.NULL, "");
            }
        };
    }

    private Node scalar(Place place, Node.Kind kind) {
        return new Node.Scalar(place, kind, parser.getString());
    }

    private Node mapping(Place place, String path) {
        List<Node.Member> members = new ArrayList<>();
        Map<String, Place> seen = new HashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            Place at = here();
            String below = path.isEmpty() ? name : path + "." + name;
            Node.Member member = new Node.Member(name, at, value(parser.nextToken(), below));
            Place first = seen.putIfAbsent(name, at);
            if (first == null) {
                members.add(member);
            } else {
                mistakes.add(at, below, "stands at line %d already".formatted(first.line()));
            }
        }
        return new Node.Mapping(place, List.copyOf(members));
    }

    private Node sequence(Place place, String path) {
        List<Node> items = new ArrayList<>();
        JsonToken token = parser.nextToken();
        while (token != JsonToken.END_ARRAY) {
            items.add(value(token, "%s[%d]".formatted(path, items.size() + 1)));
            token = parser.nextToken();
        }
        return new Node.Sequence(place, List.copyOf(items));
    }

    private Place here() {
        return place(parser.currentTokenLocation());
    }

    private Place place(TokenStreamLocation location) {
        return new Place(
                file, Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    /** The text of the exception is exact; its location is that of the token before. */
    private Place placeOf(JacksonException e) {
        List<MatchResult> places = PLACE.matcher(e.getOriginalMessage()).results().toList();
        if (places.isEmpty()) {
            return here();
        }
        MatchResult last = places.getLast();
        return new Place(file, Integer.parseInt(last.group(1)), Integer.parseInt(last.group(2)));
    }

    /** The parser says what it was reading and what is wrong, and indents what it quotes. */
    private static String reason(JacksonException e) {
        return e.getOriginalMessage()
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith(" "))
                .map(String::strip)
                .collect(Collectors.joining(", "));
    }
}
