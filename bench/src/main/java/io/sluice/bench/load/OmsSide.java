package io.sluice.bench.load;

import java.io.IOException;
import java.nio.channels.SocketChannel;

/** The OMS: sends orders and checks what it is told of them. For the generator's thread. */
final class OmsSide implements FixEnd.Listener {

    private static final byte[] ACCOUNT = MessageWriter.ascii("ACC1");
    private static final byte[] QTY = MessageWriter.ascii("100");
    private static final byte[] NOTE = MessageWriter.ascii("open loop load");

    private final FixEnd end;
    private Tally tally;

    OmsSide(SocketChannel channel, String omsCompId, Tally tally) throws IOException {
        this.end = new FixEnd(channel, new MessageWriter(omsCompId, "SLUICE"), this);
        this.tally = tally;
    }

    FixEnd end() {
        return end;
    }

    void count(Tally next) {
        tally = next;
    }

    /** A limit order of about 200 bytes; SecondaryClOrdID(526) says at the broker which it is. */
    void order(int id) {
        Stock stock = Stock.of(id);
        end.message('D')
                .id(11, 'C', id)
                .id(526, 'C', id)
                .field(1, ACCOUNT)
                .field(21, 1)
                .field(55, stock.symbol())
                .letter(54, Stock.side(id))
                .timestamp(60)
                .field(38, QTY)
                .field(40, 2)
                .field(44, stock.price())
                .field(59, 0)
                .field(58, NOTE);
        end.finish();
    }

    @Override
    public void onMessage(char msgType, Fields fields, long readAtNanos) {
        int id = fields.id(11);
        if (msgType != '8' || id < 0) {
            tally.bad();
            return;
        }
        char execType = fields.first(150);
        if (execType == '8') {
            tally.denied(id);
        } else if (id != fields.id(526)) {
            tally.bad();
        } else if (execType == '0') {
            tally.accepted(id);
        } else if (execType == 'F' && fields.first(39) == '2') {
            tally.filled(id, readAtNanos);
        } else {
            tally.bad();
        }
    }
}
