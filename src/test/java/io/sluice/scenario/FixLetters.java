package io.sluice.scenario;

import io.sluice.order.OrdStatus;

import java.util.Map;

/** Words for the letters of FIX 4.4, as the scenarios say them; not those of the router. */
final class FixLetters {

    private static final Map<String, String> EXEC_TYPES =
            Map.of(
                    "0", "NEW",
                    "4", "CANCELED",
                    "5", "REPLACED",
                    "8", "REJECTED",
                    "C", "EXPIRED",
                    "F", "TRADE",
                    "I", "ORDER_STATUS");

    private static final Map<String, OrdStatus> ORD_STATUSES =
            Map.of(
                    "0", OrdStatus.NEW,
                    "1", OrdStatus.PARTIALLY_FILLED,
                    "2", OrdStatus.FILLED,
                    "4", OrdStatus.CANCELED,
                    "8", OrdStatus.REJECTED,
                    "C", OrdStatus.EXPIRED);

    static String execType(String letter) {
        return EXEC_TYPES.getOrDefault(letter, "ExecType(150)=" + letter);
    }

    static String ordStatus(String letter) {
        OrdStatus status = ORD_STATUSES.get(letter);
        return status == null ? "OrdStatus(39)=" + letter : status.name();
    }

    static String ordStatus(OrdStatus status) {
        return ORD_STATUSES.entrySet().stream()
                .filter(it -> it.getValue() == status)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private FixLetters() {}
}
