package io.sluice.bench.load;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The present as a UTCTimestamp with milliseconds, formatted once a second. Not thread-safe. */
final class SendingTime {

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyyMMdd-HH:mm:ss.000", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private long second = -1;
    private byte[] text = new byte[0];

    byte[] now() {
        long millis = System.currentTimeMillis();
        if (millis / 1_000 != second) {
            second = millis / 1_000;
            text = MessageWriter.ascii(SECONDS.format(Instant.ofEpochSecond(second)));
        }
        int rest = (int) (millis % 1_000);
        text[text.length - 3] = (byte) ('0' + rest / 100);
        text[text.length - 2] = (byte) ('0' + rest / 10 % 10);
        text[text.length - 1] = (byte) ('0' + rest % 10);
        return text;
    }
}
