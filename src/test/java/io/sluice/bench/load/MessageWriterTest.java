package io.sluice.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import quickfix.InvalidMessage;
import quickfix.Message;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

class MessageWriterTest {

    private final MessageWriter writer = new MessageWriter("BENCH", "SLUICE");
    private final ByteBuffer out = ByteBuffer.allocate(4_096);

    @Test
    void quickFixReadsLengthAndChecksumAsRight() throws Exception {
        writer.begin('D').id(11, 'C', 42).letter(54, '1').timestamp(60).field(38, 100).end(out);

        Message read = parsed();

        assertThat(read.getString(11)).isEqualTo("C000000042");
        assertThat(read.getInt(38)).isEqualTo(100);
        assertThat(read.getHeader().getInt(34)).isEqualTo(1);
        assertThat(read.getHeader().getString(49)).isEqualTo("BENCH");
        assertThat(read.getHeader().getUtcTimeStamp(52)).isNotNull();
    }

    @Test
    void numbersGoUpWithEveryMessage() throws Exception {
        writer.begin('0').end(out);
        out.clear();
        writer.begin('0').end(out);

        assertThat(parsed().getHeader().getInt(34)).isEqualTo(2);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        writer.begin('8').id(11, 'C', 7).id(526, 'C', 7).letter(150, 'F').end(out);
        Fields fields = new Fields();

        fields.read(out.array(), 0, out.position());

        assertThat(fields.id(11)).isEqualTo(7);
        assertThat(fields.id(526)).isEqualTo(7);
        assertThat(fields.first(150)).isEqualTo('F');
        assertThat(fields.number(34)).isEqualTo(1);
        assertThat(fields.has(58)).isFalse();
        assertThat(fields.number(49)).isEqualTo(-1);
    }

    private Message parsed() throws InvalidMessage {
        String text = new String(out.array(), 0, out.position(), StandardCharsets.US_ASCII);
        return new Message(text, true);
    }
}
