package io.sluice.bench.load;

import java.io.IOException;
import java.nio.channels.SocketChannel;

/** The broker: takes every order and fills it at once. For the generator's thread. */
final class BrokerSide implements FixEnd.Listener {

    private static final byte[] ZERO = MessageWriter.ascii("0");

    private final FixEnd end;
    private Tally tally;
    private int executions;

    BrokerSide(SocketChannel channel, Tally tally) throws IOException {
        this.end = new FixEnd(channel, new MessageWriter("ALPHA", "SLUICE"), this);
        this.tally = tally;
    }

    FixEnd end() {
        return end;
    }

    void count(Tally next) {
        tally = next;
    }

    @Override
    public void onMessage(char msgType, Fields fields, long readAtNanos) {
        if (msgType != 'D') {
            tally.bad();
            return;
        }
        tally.atBroker(fields.id(526), readAtNanos);
        report(fields, false);
        report(fields, true);
    }

    /** A report of about 240 bytes: New, or Filled for the whole quantity. */
    private void report(Fields order, boolean filled) {
        MessageWriter out = end.message('8');
        order.copyTo(out, 11);
        order.copyTo(out, 526);
        out.id(37, 'B', Math.max(0, order.id(526)));
        out.id(17, 'E', ++executions);
        out.letter(150, filled ? 'F' : '0').letter(39, filled ? '2' : '0');
        for (int tag : new int[] {1, 55, 54, 38, 44}) {
            order.copyTo(out, tag);
        }
        if (filled) {
            order.copyTo(out, 32, 38);
            order.copyTo(out, 31, 44);
            order.copyTo(out, 14, 38);
            out.field(151, ZERO);
            order.copyTo(out, 6, 44);
        } else {
            out.field(14, ZERO);
            order.copyTo(out, 151, 38);
            out.field(6, ZERO);
        }
        out.timestamp(60);
        end.finish();
    }
}
