package io.sluice.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.adapter.fix.FixCodes;
import io.sluice.order.DenialCode;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Pages that are written by the code they describe. */
class GeneratedDocsTest {

    private static final Path DENIAL_CODES = Path.of("docs/denial-codes.md");
    private static final String HOW =
            "Run: mvn test -Dtest=GeneratedDocsTest -Dregenerate=true, and commit the page";

    @Test
    void denialCodesAreUpToDate() throws IOException {
        if (Boolean.getBoolean("regenerate")) {
            Files.createDirectories(Path.of("docs"));
            Files.writeString(DENIAL_CODES, denialCodes());
        }

        assertThat(DENIAL_CODES).as(HOW).exists();
        assertThat(Files.readString(DENIAL_CODES)).as(HOW).isEqualTo(denialCodes());
    }

    private static String denialCodes() {
        StringBuilder page =
                new StringBuilder(
                        """
                        # Denial codes

                        Why the router says no. The code is the first word of Text(58), then come the scope, the \
                        limit and the value seen. Of several failed checks the one that stands first here is the \
                        reason. This page is generated from `DenialCode`.

                        | code | meaning | OrdRejReason(103) on an order | CxlRejReason(102) on a cancel or replace |
                        | --- | --- | --- | --- |
                        """);
        for (DenialCode code : DenialCode.values()) {
            page.append(
                    "| `%s` | %s | %s | %s |\n"
                            .formatted(
                                    code,
                                    code.meaning(),
                                    named(FixCodes.ordRejReason(code), ORD_REJ_REASONS),
                                    named(FixCodes.cxlRejReason(code), CXL_REJ_REASONS)));
        }
        return page.toString();
    }

    /** FIX 4.4, OrdRejReason(103). */
    private static final Map<String, String> ORD_REJ_REASONS =
            Map.of(
                    "1", "unknown symbol",
                    "3", "order exceeds limit",
                    "4", "too late to enter",
                    "5", "unknown order",
                    "6", "duplicate order",
                    "11", "unsupported order characteristic",
                    "13", "incorrect quantity",
                    "99", "other");

    /** FIX 4.4, CxlRejReason(102). */
    private static final Map<String, String> CXL_REJ_REASONS =
            Map.of(
                    "0", "too late to cancel",
                    "1", "unknown order",
                    "2", "broker option",
                    "6", "duplicate ClOrdID(11) received",
                    "99", "other");

    private static String named(String code, Map<String, String> names) {
        String name = names.get(code);
        assertThat(name).as("the name of reason " + code).isNotNull();
        return code + " " + name;
    }
}
