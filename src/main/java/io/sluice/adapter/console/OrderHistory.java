package io.sluice.adapter.console;

import io.sluice.order.Event;
import io.sluice.order.OrderEvent;
import io.sluice.order.OrderId;
import io.sluice.port.Frame;
import io.sluice.port.Journal;
import io.sluice.port.OrderRecords;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.util.List;

/** What happened to an order, read back from the journal. Safe for any thread. */
record OrderHistory(Journal journal) {

    /** An order may have traded in very many pieces; the newest are shown. */
    static final int MAX_FRAMES = 1_000;

    /** The order, its events, and how many of its older frames are left out. */
    ObjectNode of(Viewed viewed) throws IOException {
        List<Long> positions = List.copyOf(viewed.trail().oldestFirst());
        int omitted = Math.max(0, positions.size() - MAX_FRAMES);

        ObjectNode shown = ConsoleJson.MAPPER.valueToTree(OrderView.of(viewed.order()));
        shown.put("framesOmitted", omitted);
        ArrayNode events = shown.putArray("events");
        for (long position : positions.subList(omitted, positions.size())) {
            add(events, viewed.order().id(), position);
        }
        return shown;
    }

    /** The same of an order that is no longer in memory, as the store has it. */
    static ObjectNode of(OrderRecords.History stored) {
        ObjectNode shown = ConsoleJson.MAPPER.valueToTree(OrderView.of(stored.order()));
        shown.put("eventsOmitted", stored.omitted());
        shown.put("position", stored.position());
        ArrayNode events = shown.putArray("events");
        for (OrderRecords.Told told : stored.events()) {
            ObjectNode event = events.addObject();
            event.put("position", told.place().position());
            event.put("at", told.at().toString());
            event.put("type", told.type());
            event.setAll((ObjectNode) ConsoleJson.MAPPER.readTree(told.json()));
        }
        return shown;
    }

    private void add(ArrayNode events, OrderId id, long position) throws IOException {
        Frame frame = journal.read(position);
        for (Frame.Entry entry : frame.entries()) {
            if (entry instanceof Frame.Happened(OrderEvent event) && event.orderId().equals(id)) {
                ObjectNode shown = events.addObject();
                shown.put("position", position);
                shown.put("at", frame.at().toString());
                shown.setAll(event(event));
            }
        }
    }

    /** The event's type, then its fields. */
    static ObjectNode event(Event event) {
        ObjectNode shown = ConsoleJson.MAPPER.createObjectNode();
        shown.put("type", event.getClass().getSimpleName());
        ObjectNode fields = ConsoleJson.MAPPER.valueToTree(event);
        shown.setAll(fields);
        return shown;
    }
}
