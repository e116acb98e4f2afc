package io.sluice.adapter.fix.broker;

import io.sluice.adapter.fix.FixCodes;
import io.sluice.adapter.fix.FixFields;
import io.sluice.adapter.fix.FixText;
import io.sluice.adapter.fix.FixWriter;
import io.sluice.adapter.fix.OutboundMessage;
import io.sluice.adapter.fix.Tags;
import io.sluice.order.CarriedFields;
import io.sluice.order.Link;
import io.sluice.order.Order;
import io.sluice.order.VenueClOrdId;

import java.time.Instant;
import java.util.function.UnaryOperator;

/** Requests to a broker in FIX 4.4: our ids, and everything else as the OMS wrote it. */
final class BrokerMessages {

    private final UnaryOperator<String> venueSymbol;

    /**
     * @param venueSymbol the broker's name of a symbol
     */
    BrokerMessages(UnaryOperator<String> venueSymbol) {
        this.venueSymbol = venueSymbol;
    }

    OutboundMessage newOrder(Order order, VenueClOrdId id) {
        FixWriter out = new FixWriter().add(Tags.CL_ORD_ID, id.value());
        carry(out, order.links().getFirst().carried());
        return new OutboundMessage("D", out.body());
    }

    OutboundMessage replace(Order order, Link replace, VenueClOrdId orig) {
        FixWriter out = request(order, replace.venueClOrdId().orElseThrow(), orig);
        carry(out, replace.carried());
        return new OutboundMessage("G", out.body());
    }

    /** An operator's cancel carries nothing: its fields are those of the order. */
    OutboundMessage cancel(Order order, Link cancel, VenueClOrdId orig, Instant at) {
        FixWriter out = request(order, cancel.venueClOrdId().orElseThrow(), orig);
        carry(out, cancel.carried());
        addInstrument(out, order);
        out.addIfAbsent(Tags.ORDER_QTY, order.terms().qty().toString());
        out.addIfAbsent(Tags.TRANSACT_TIME, FixText.timestamp(at));
        return new OutboundMessage("F", out.body());
    }

    OutboundMessage status(Order order, VenueClOrdId of) {
        FixWriter out = new FixWriter().add(Tags.CL_ORD_ID, of.value());
        out.add(Tags.ORDER_ID, order.venueOrderId());
        addInstrument(out, order);
        return new OutboundMessage("H", out.body());
    }

    private static FixWriter request(Order order, VenueClOrdId id, VenueClOrdId orig) {
        return new FixWriter()
                .add(Tags.ORIG_CL_ORD_ID, orig.value())
                .add(Tags.ORDER_ID, order.venueOrderId())
                .add(Tags.CL_ORD_ID, id.value());
    }

    private void addInstrument(FixWriter out, Order order) {
        out.addIfAbsent(Tags.ACCOUNT, order.terms().account().value());
        out.addIfAbsent(Tags.SYMBOL, venueSymbol.apply(order.terms().symbol().value()));
        out.addIfAbsent(Tags.SIDE, FixCodes.code(order.terms().side()));
    }

    /** The symbol goes out under the broker's name for it. */
    private void carry(FixWriter out, CarriedFields carried) {
        FixFields fields = FixFields.parse(carried.text());
        String symbol = fields.find(Tags.SYMBOL).orElse("");
        String theirs = venueSymbol.apply(symbol);
        for (FixFields.Field field : fields.all()) {
            boolean renamed = field.tag() == Tags.SYMBOL && !theirs.equals(symbol);
            out.carry(field.tag(), renamed ? theirs : field.value());
        }
    }
}
