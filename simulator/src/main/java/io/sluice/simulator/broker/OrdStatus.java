package io.sluice.simulator.broker;

import java.util.Arrays;

/** OrdStatus(39): how an order stands. */
enum OrdStatus {
    NEW('0'),
    PARTIALLY_FILLED('1'),
    FILLED('2'),
    CANCELED('4'),
    REJECTED('8');

    private final char code;

    OrdStatus(char code) {
        this.code = code;
    }

    char code() {
        return code;
    }

    boolean isFinal() {
        return this != NEW && this != PARTIALLY_FILLED;
    }

    static OrdStatus of(String code) {
        return Arrays.stream(values())
                .filter(status -> code.equals(String.valueOf(status.code)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("OrdStatus(39) unknown: " + code));
    }
}
