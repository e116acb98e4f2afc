package io.sluice.endtoend;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the ledger of an OMS tells of its requests: when each was sent and first answered. */
record OmsStory(List<Sent> sent) {

    /**
     * A request.
     *
     * @param answeredAt far in the future when it never was
     */
    record Sent(String msgType, Instant at, Instant answeredAt) {

        boolean isOrder() {
            return msgType.equals("D");
        }
    }

    static OmsStory read(Path ledger) throws IOException {
        List<JsonNode> requests = new ArrayList<>();
        Map<String, Instant> answers = new HashMap<>();
        for (String line : Files.readAllLines(ledger)) {
            JsonNode json = JsonMapper.shared().readTree(line);
            switch (json.path("t").asString("")) {
                case "sent" -> requests.add(json);
                case "report" -> answers.putIfAbsent(id(json), at(json));
                default -> {}
            }
        }
        return new OmsStory(requests.stream().map(it -> sent(it, answers)).toList());
    }

    /** Requests that were on their way, one way or the other, at a moment. */
    long inFlight(Instant moment) {
        return sent.stream()
                .filter(it -> it.at().isBefore(moment) && it.answeredAt().isAfter(moment))
                .count();
    }

    long orders() {
        return sent.stream().filter(Sent::isOrder).count();
    }

    /** Orders sent in a stretch of time, its end left out. */
    long orders(Instant from, Instant to) {
        return sent.stream()
                .filter(it -> it.isOrder() && !it.at().isBefore(from) && it.at().isBefore(to))
                .count();
    }

    private static Sent sent(JsonNode json, Map<String, Instant> answers) {
        return new Sent(
                json.path("msgType").asString(),
                at(json),
                answers.getOrDefault(id(json), Instant.MAX));
    }

    private static String id(JsonNode json) {
        String status = json.path("ordStatusReqId").asString("");
        return status.isEmpty() ? json.path("clOrdId").asString("") : status;
    }

    private static Instant at(JsonNode json) {
        return Instant.parse(json.path("at").asString());
    }
}
