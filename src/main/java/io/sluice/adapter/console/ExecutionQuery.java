package io.sluice.adapter.console;

import io.sluice.order.Account;
import io.sluice.order.OmsId;
import io.sluice.order.OrderId;
import io.sluice.order.Symbol;
import io.sluice.port.OrderRecords;
import io.sluice.port.OrderRecords.ExecutionFilter;
import io.sluice.port.OrderRecords.Place;
import io.sluice.port.OrderRecords.RecordedExecution;
import io.sluice.port.StoreAwayException;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;

/** The parameters of {@code GET /api/v1/executions}, and its answer. */
record ExecutionQuery(ExecutionFilter filter) {

    private static final List<String> NAMES =
            List.of("order", "oms", "account", "symbol", "from", "to", "limit", "after");

    static ExecutionQuery parse(Map<String, List<String>> all) {
        Parameters parameters = Parameters.of(all, NAMES);
        return new ExecutionQuery(
                new ExecutionFilter(
                        parameters.id("order", OrderId::new),
                        parameters.id("oms", OmsId::new),
                        parameters.id("account", Account::new),
                        parameters.id("symbol", Symbol::new),
                        parameters.time("from"),
                        parameters.time("to"),
                        parameters.limit(),
                        parameters.one("after", "the next of a page", ExecutionQuery::place)));
    }

    ObjectNode run(OrderRecords records) throws StoreAwayException {
        OrderRecords.Page<RecordedExecution> page = records.executions(filter);
        ObjectNode answer = ConsoleJson.MAPPER.createObjectNode();
        ArrayNode executions = answer.putArray("executions");
        page.items().forEach(it -> executions.add(shown(it)));
        if (page.hasMore()) {
            answer.put("next", text(page.items().getLast().place()));
        } else {
            answer.putNull("next");
        }
        answer.put("position", page.position());
        return answer;
    }

    /** What was reported stands beside what it was reported of. */
    private static ObjectNode shown(RecordedExecution execution) {
        ObjectNode shown = ConsoleJson.MAPPER.valueToTree(execution);
        shown.put("position", execution.place().position());
        shown.remove("place");
        ObjectNode reported = (ObjectNode) shown.remove("reported");
        shown.setAll(reported);
        return shown;
    }

    private static String text(Place place) {
        return place.position() + "." + place.index();
    }

    private static Place place(String text) {
        int point = text.indexOf('.');
        if (point < 0) {
            throw new IllegalArgumentException("Not of two numbers: " + text);
        }
        return new Place(
                Long.parseUnsignedLong(text, 0, point, 10),
                Integer.parseInt(text.substring(point + 1)));
    }
}
