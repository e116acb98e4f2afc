package io.sluice.adapter.console;

import io.sluice.order.KillScope;

import tools.jackson.databind.JsonNode;

import java.util.List;

/** Everything that the configuration names and a kill can stop; a slip of the pen stops nothing. */
public record KnownScopes(
        List<String> omsSessions,
        List<String> venues,
        List<String> accounts,
        List<String> symbols) {

    public KnownScopes {
        omsSessions = omsSessions.stream().sorted().toList();
        venues = venues.stream().sorted().toList();
        accounts = accounts.stream().sorted().toList();
        symbols = symbols.stream().sorted().toList();
    }

    /** Written {@code {"type":"oms","id":"OMS44"}} or {@code "oms:OMS44"}. */
    KillScope read(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            throw Problem.badParameter("scope", "", "given: " + wanted());
        }
        KillScope scope = scope(text(node));
        List<String> known = known(scope.type());
        if (scope.type() != KillScope.Type.ALL && !known.contains(scope.id())) {
            throw Problem.badParameter(
                    "scope", scope.toString(), "one of the configured %s".formatted(known));
        }
        return scope;
    }

    private static String text(JsonNode node) {
        if (node.isString()) {
            return node.stringValue();
        }
        String type = node.path("type").asString("");
        String id = node.path("id").asString("");
        return id.isEmpty() ? type : type + ":" + id;
    }

    /** One that may have left the configuration since. */
    static KillScope scope(String text) {
        try {
            return KillScope.parse(text);
        } catch (IllegalArgumentException e) {
            throw Problem.badParameter("scope", text, wanted() + " (" + e.getMessage() + ")");
        }
    }

    private static String wanted() {
        return "all, or the id of one of oms, venue, account, symbol, such as oms:OMS44";
    }

    private List<String> known(KillScope.Type type) {
        return switch (type) {
            case ALL -> List.of();
            case OMS -> omsSessions;
            case VENUE -> venues;
            case ACCOUNT -> accounts;
            case SYMBOL -> symbols;
        };
    }
}
