package io.sluice.app.config;

import io.sluice.adapter.fix.FixSettingsSpelling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Reads the keys of one mapping and remembers which it was asked for; {@link #end} reports the
 * others. After a mistake it goes on with a stand-in, so that all mistakes are found. Mutable, for
 * one thread.
 */
final class Section {

    /**
     * A value, and where it stands.
     *
     * @param isStandIn whether a mistake was told and the value only stands for what is meant
     */
    record Placed<T>(T value, Place place, String path, boolean isStandIn) {}

    private final String path;
    private final Place place;
    private final Node.Mapping mapping;
    private final Mistakes mistakes;
    private final SortedSet<String> known = new TreeSet<>();

    private Section(String path, Place place, Node.Mapping mapping, Mistakes mistakes) {
        this.path = path;
        this.place = place;
        this.mapping = mapping;
        this.mistakes = mistakes;
    }

    static Section ofFile(Node node, Mistakes mistakes) {
        return of("", new Place(node.place().file(), 1, 1), node, mistakes);
    }

    private static Section of(String path, Place place, Node node, Mistakes mistakes) {
        return switch (node) {
            case Node.Mapping mapping -> new Section(path, place, mapping, mistakes);
            case Node.Sequence _, Node.Scalar _ -> {
                mistakes.add(
                        node.place(),
                        path.isEmpty() ? "yaml" : path,
                        "must be a section, was " + node.shown());
                yield missing(path, place);
            }
        };
    }

    /** Answers with stand-ins and says nothing: what is missing was told once. */
    private static Section missing(String path, Place place) {
        return new Section(path, place, new Node.Mapping(place, List.of()), new Mistakes());
    }

    String path() {
        return path;
    }

    /** Where its key stands, or its first line where it has none. */
    Place place() {
        return place;
    }

    String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    <T> T need(String key, Format<T> format) {
        return placed(key, format).value();
    }

    <T> Placed<T> placed(String key, Format<T> format) {
        return needed(key)
                .map(it -> read(it.value(), path(key), format))
                .orElse(new Placed<>(format.standIn(), place, path(key), true));
    }

    <T> Optional<T> want(String key, Format<T> format) {
        return wanted(key, format).map(Placed::value);
    }

    <T> Optional<Placed<T>> wanted(String key, Format<T> format) {
        return member(key).map(it -> read(it.value(), path(key), format));
    }

    <T> List<Placed<T>> needList(String key, Format<T> format) {
        return needed(key).map(it -> list(key, it, format)).orElse(List.of());
    }

    <T> List<Placed<T>> wantList(String key, Format<T> format) {
        return member(key).map(it -> list(key, it, format)).orElse(List.of());
    }

    Section section(String key) {
        return needed(key)
                .map(it -> of(path(key), it.place(), it.value(), mistakes))
                .orElse(missing(path(key), place));
    }

    /** The sections of a list, in its order. */
    List<Section> sections(String key) {
        return needed(key).map(it -> items(key, it.value())).orElse(List.of()).stream()
                .map(it -> of(it.path(), it.place(), it.value(), mistakes))
                .toList();
    }

    /** Every key of this section as the name of a section of its own. */
    <T> Map<Placed<T>, Section> named(Format<T> format) {
        Map<Placed<T>, Section> sections = new LinkedHashMap<>();
        for (Node.Member member : mapping.members()) {
            known.add(member.name());
            String below = path(member.name());
            Node.Scalar name = new Node.Scalar(member.place(), Node.Kind.TEXT, member.name());
            sections.put(
                    read(name, below, format), of(below, member.place(), member.value(), mistakes));
        }
        return sections;
    }

    /** Reports the keys that nobody asked for. */
    void end() {
        for (Node.Member member : mapping.members()) {
            if (!known.contains(member.name())) {
                mistakes.add(
                        member.place(),
                        path(member.name()),
                        "unknown key" + FixSettingsSpelling.suggestion(member.name(), known));
            }
        }
    }

    private Optional<Node.Member> member(String key) {
        known.add(key);
        return mapping.member(key);
    }

    private Optional<Node.Member> needed(String key) {
        Optional<Node.Member> member = member(key);
        if (member.isEmpty()) {
            mistakes.add(place, path(key), "is missing");
        }
        return member;
    }

    private <T> List<Placed<T>> list(String key, Node.Member member, Format<T> format) {
        return items(key, member.value()).stream()
                .map(it -> read(it.value(), it.path(), format))
                .toList();
    }

    private List<Placed<Node>> items(String key, Node node) {
        if (!(node instanceof Node.Sequence sequence)) {
            mistakes.add(node.place(), path(key), "must be a list, was " + node.shown());
            return List.of();
        }
        List<Placed<Node>> items = new ArrayList<>();
        for (Node item : sequence.items()) {
            String below = "%s[%d]".formatted(path(key), items.size() + 1);
            items.add(new Placed<>(item, item.place(), below, false));
        }
        return items;
    }

    private <T> Placed<T> read(Node node, String at, Format<T> format) {
        Optional<T> value =
                node instanceof Node.Scalar scalar ? format.read().apply(scalar) : Optional.empty();
        if (value.isEmpty()) {
            mistakes.add(node.place(), at, "must be " + format.what() + ", was " + node.shown());
        }
        return new Placed<>(value.orElse(format.standIn()), node.place(), at, value.isEmpty());
    }
}
