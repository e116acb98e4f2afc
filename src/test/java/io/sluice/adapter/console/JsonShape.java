package io.sluice.adapter.console;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Compares keys and types of an example with those of an answer; values may differ. */
final class JsonShape {

    private final boolean isPart;
    private final List<String> differences = new ArrayList<>();

    private JsonShape(boolean isPart) {
        this.isPart = isPart;
    }

    static List<String> differences(ApiPage.Example example, JsonNode answer) {
        JsonShape shape = new JsonShape(example.isPart());
        shape.compare("", example.json(), answer);
        return shape.differences;
    }

    private void compare(String path, JsonNode example, JsonNode answer) {
        if (example.isNull() || answer.isNull()) {
            return;
        }
        if (example.isObject() && answer.isObject()) {
            compareKeys(path, example, answer);
        } else if (example.isArray() && answer.isArray()) {
            compareElements(path, example, answer);
        } else if (example.getNodeType() != answer.getNodeType()) {
            differences.add(
                    "%s is %s in the example, %s in the answer"
                            .formatted(path, example.getNodeType(), answer.getNodeType()));
        }
    }

    private void compareKeys(String path, JsonNode example, JsonNode answer) {
        var missing = new TreeSet<>(example.propertyNames());
        missing.removeAll(answer.propertyNames());
        missing.forEach(it -> differences.add(path + "." + it + " is only in the example"));
        var more = new TreeSet<>(answer.propertyNames());
        more.removeAll(example.propertyNames());
        if (!isPart) {
            more.forEach(it -> differences.add(path + "." + it + " is only in the answer"));
        }
        for (Map.Entry<String, JsonNode> each : example.properties()) {
            if (answer.has(each.getKey())) {
                compare(path + "." + each.getKey(), each.getValue(), answer.path(each.getKey()));
            }
        }
    }

    /** Elements that say their type are compared with one of the same. */
    private void compareElements(String path, JsonNode example, JsonNode answer) {
        for (JsonNode element : example) {
            for (JsonNode candidate : answer) {
                if (element.path("type").equals(candidate.path("type"))) {
                    compare(path + "[]", element, candidate);
                    break;
                }
            }
        }
    }
}
