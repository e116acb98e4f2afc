package io.sluice.app.config;

import io.sluice.adapter.fix.FixSettingsFile;
import io.sluice.adapter.fix.FixSettingsSession;
import io.sluice.adapter.fix.FixSettingsSpelling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Values from the command line that stand in for values of the files. A path is that of a key in
 * router.yaml, or begins with the name of another file: limits, oms or brokers.
 */
record Overrides(Map<String, String> values, Mistakes mistakes) {

    private static final List<String> FILES = List.of("limits.", "oms.", "brokers.");

    Node onRouter(Node node) {
        Node changed = node;
        for (String path : values.keySet()) {
            if (FILES.stream().noneMatch(path::startsWith)) {
                changed = apply(changed, path, path);
            }
        }
        return changed;
    }

    Node onLimits(Node node) {
        Node changed = node;
        for (String path : pathsOf("limits.")) {
            changed = apply(changed, path, path.substring("limits.".length()));
        }
        return changed;
    }

    /** What is set in place of values of limits.yaml, in the order of the paths. */
    SortedMap<String, String> ofLimits() {
        SortedMap<String, String> set = new TreeMap<>();
        pathsOf("limits.").forEach(path -> set.put(path, value(path)));
        return set;
    }

    /** The path is {@code oms.Key} for all sessions, or {@code oms.CompID.Key} for one. */
    FixSettingsFile on(FixSettingsFile file, String prefix) {
        FixSettingsFile changed = file;
        for (String path : pathsOf(prefix)) {
            String rest = path.substring(prefix.length());
            int dot = rest.lastIndexOf('.');
            Optional<String> session =
                    dot < 0 ? Optional.empty() : Optional.of(rest.substring(0, dot));
            session.ifPresent(it -> checkSession(file, path, it));
            String key = rest.substring(dot + 1);
            changed = changed.with(source(path), session, key, value(path));
        }
        return changed;
    }

    private List<String> pathsOf(String prefix) {
        return values.keySet().stream().filter(it -> it.startsWith(prefix)).toList();
    }

    private String value(String path) {
        return values.getOrDefault(path, "");
    }

    private static String source(String path) {
        return "--set " + path;
    }

    private static Place place(String path) {
        return new Place(source(path), 1, 1);
    }

    private void checkSession(FixSettingsFile file, String path, String session) {
        if (file.named(session).isEmpty()) {
            List<String> known =
                    file.sessions().stream()
                            .map(FixSettingsSession::compId)
                            .collect(Collectors.toList());
            mistakes.add(
                    place(path),
                    path,
                    "unknown session: " + session + FixSettingsSpelling.suggestion(session, known));
        }
    }

    private Node apply(Node root, String path, String rest) {
        return YamlReader.read(source(path), value(path), mistakes)
                .map(value -> put(root, path, rest, value))
                .orElse(root);
    }

    private Node put(Node node, String path, String rest, Node value) {
        if (!(node instanceof Node.Mapping mapping)) {
            mistakes.add(place(path), path, "unknown key: no section has %s".formatted(rest));
            return node;
        }
        Optional<Node.Member> step = step(mapping, rest);
        if (step.isPresent()) {
            return replaced(mapping, step.get(), changed(step.get(), path, rest, value));
        }
        if (rest.contains(".")) {
            List<String> known = mapping.members().stream().map(Node.Member::name).toList();
            String first = rest.substring(0, rest.indexOf('.'));
            mistakes.add(
                    place(path),
                    path,
                    "unknown key: " + first + FixSettingsSpelling.suggestion(first, known));
            return node;
        }
        return added(mapping, new Node.Member(rest, place(path), value));
    }

    /** Names hold points too, as SIM.FILL does: of several that fit, the longest is meant. */
    private static Optional<Node.Member> step(Node.Mapping mapping, String rest) {
        return mapping.members().stream()
                .filter(it -> rest.equals(it.name()) || rest.startsWith(it.name() + "."))
                .max(Comparator.comparingInt(it -> it.name().length()));
    }

    private Node.Member changed(Node.Member step, String path, String rest, Node value) {
        Node below =
                rest.equals(step.name())
                        ? value
                        : put(step.value(), path, rest.substring(step.name().length() + 1), value);
        return new Node.Member(step.name(), step.place(), below);
    }

    private static Node replaced(Node.Mapping mapping, Node.Member old, Node.Member changed) {
        return new Node.Mapping(
                mapping.place(),
                mapping.members().stream().map(it -> it.equals(old) ? changed : it).toList());
    }

    /** A key that may be left out; if none may have this name, reading the section says so. */
    private static Node added(Node.Mapping mapping, Node.Member member) {
        List<Node.Member> members = new ArrayList<>(mapping.members());
        members.add(member);
        return new Node.Mapping(mapping.place(), List.copyOf(members));
    }
}
