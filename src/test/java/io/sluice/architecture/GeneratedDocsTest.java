package io.sluice.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.order.DenialCode;
import io.sluice.order.OrdRejReason;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
                                    ordRejReason(code.ordRejReason()),
                                    cxlRejReason(code.ordRejReason())));
        }
        return page.toString();
    }

    /** FIX 4.4, OrdRejReason(103). */
    private static String ordRejReason(OrdRejReason reason) {
        return switch (reason) {
            case UNKNOWN_SYMBOL -> "1 unknown symbol";
            case EXCEEDS_LIMIT -> "3 order exceeds limit";
            case TOO_LATE -> "4 too late to enter";
            case UNKNOWN_ORDER -> "5 unknown order";
            case DUPLICATE -> "6 duplicate order";
            case UNSUPPORTED -> "11 unsupported order characteristic";
            case INCORRECT_QUANTITY -> "13 incorrect quantity";
            case OTHER -> "99 other";
        };
    }

    /** FIX 4.4, CxlRejReason(102). */
    private static String cxlRejReason(OrdRejReason reason) {
        return switch (reason) {
            case TOO_LATE -> "0 too late to cancel";
            case UNKNOWN_ORDER -> "1 unknown order";
            case DUPLICATE -> "6 duplicate ClOrdID(11) received";
            case UNKNOWN_SYMBOL, EXCEEDS_LIMIT, UNSUPPORTED, INCORRECT_QUANTITY, OTHER ->
                    "99 other";
        };
    }
}
