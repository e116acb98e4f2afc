package io.sluice.simulator.broker;

import java.util.Arrays;

/** ExecType(150): what a report is about. */
enum ExecType {
    NEW('0'),
    CANCELED('4'),
    REPLACED('5'),
    REJECTED('8'),
    TRADE('F'),
    ORDER_STATUS('I');

    private final char code;

    ExecType(char code) {
        this.code = code;
    }

    char code() {
        return code;
    }

    static ExecType of(String code) {
        return Arrays.stream(values())
                .filter(type -> code.equals(String.valueOf(type.code)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("ExecType(150) unknown: " + code));
    }
}
