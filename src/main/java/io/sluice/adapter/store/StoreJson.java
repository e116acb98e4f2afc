package io.sluice.adapter.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;

import io.sluice.order.Account;
import io.sluice.order.CarriedFields;
import io.sluice.order.ClOrdId;
import io.sluice.order.Event;
import io.sluice.order.ExecId;
import io.sluice.order.Link;
import io.sluice.order.OmsId;
import io.sluice.order.Order;
import io.sluice.order.OrderId;
import io.sluice.order.Price;
import io.sluice.order.Qty;
import io.sluice.order.Symbol;
import io.sluice.order.VenueClOrdId;
import io.sluice.order.VenueExecId;
import io.sluice.order.VenueId;
import io.sluice.order.VenueOrderId;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.StdSerializer;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/**
 * Orders and events as the JSON of the store: names as in the records, ids and decimals as strings,
 * times in ISO 8601 UTC. An order is read back equal.
 */
final class StoreJson {

    /** Counts up when what was written before can no longer be read: the store is then rebuilt. */
    static final int FORMAT = 1;

    /** Characters of a column that holds a document. */
    static final int MAX_LENGTH = 1_000_000;

    private static final String LINKS = "links";

    /** What a peer can make as long as a message. */
    private static final List<String> CARRIED = List.of("carried", "text", "why");

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .addModule(values())
                    .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .changeDefaultVisibility(shown -> shown.withIsGetterVisibility(Visibility.NONE))
                    .build();

    /** An order without the requests of its chain. */
    static String order(Order order) {
        ObjectNode json = MAPPER.valueToTree(order);
        json.remove(LINKS);
        return fitting(json);
    }

    /** One request of a chain. */
    static String link(Link link) {
        return fitting(MAPPER.valueToTree(link));
    }

    /** The fields of an event. */
    static String event(Event event) {
        return fitting(MAPPER.valueToTree(event));
    }

    /** An order from what was written of it and of its requests. */
    static Order order(String order, List<String> links) throws SQLException {
        try {
            ObjectNode json = (ObjectNode) MAPPER.readTree(order);
            ArrayNode chain = json.putArray(LINKS);
            links.forEach(link -> chain.add(MAPPER.readTree(link)));
            return MAPPER.treeToValue(json, Order.class);
        } catch (JacksonException e) {
            throw new SQLException("An order of the store cannot be read: " + order, e);
        }
    }

    static <T> T event(String json, Class<T> type) throws SQLException {
        try {
            return MAPPER.readValue(json, type);
        } catch (JacksonException e) {
            throw new SQLException("An event of the store cannot be read: " + json, e);
        }
    }

    /** What a column takes. Of a monstrous message the fields that we only carry are left out. */
    private static String fitting(ObjectNode json) {
        String text = MAPPER.writeValueAsString(json);
        if (text.length() > MAX_LENGTH) {
            CARRIED.forEach(name -> json.findParents(name).forEach(it -> shorten(it, name)));
            text = MAPPER.writeValueAsString(json);
        }
        return text.length() <= MAX_LENGTH ? text : "{\"tooLong\":" + text.length() + "}";
    }

    private static void shorten(JsonNode parent, String name) {
        if (parent instanceof ObjectNode object && object.path(name).isString()) {
            object.put(name, "");
        }
    }

    private static SimpleModule values() {
        SimpleModule module = new SimpleModule("store");
        add(module, Account.class, Account::value, Account::new);
        add(module, ClOrdId.class, ClOrdId::value, ClOrdId::new);
        add(module, ExecId.class, ExecId::value, ExecId::new);
        add(module, OmsId.class, OmsId::value, OmsId::new);
        add(module, OrderId.class, OrderId::value, OrderId::new);
        add(module, Symbol.class, Symbol::value, Symbol::new);
        add(module, VenueClOrdId.class, VenueClOrdId::value, VenueClOrdId::new);
        add(module, VenueExecId.class, VenueExecId::value, VenueExecId::new);
        add(module, VenueId.class, VenueId::value, VenueId::new);
        add(module, VenueOrderId.class, VenueOrderId::value, VenueOrderId::new);
        add(module, CarriedFields.class, CarriedFields::text, CarriedFields::new);
        add(module, Price.class, Price::toString, Price::of);
        add(module, Qty.class, Qty::toString, Qty::of);
        add(module, BigDecimal.class, BigDecimal::toPlainString, BigDecimal::new);
        return module;
    }

    private static <T> void add(
            SimpleModule module, Class<T> type, Function<T, String> text, Function<String, T> of) {
        module.addSerializer(new AsText<>(type, text));
        module.addDeserializer(type, new FromText<>(type, of));
    }

    /** Writes a value as one JSON string. */
    private static final class AsText<T> extends StdSerializer<T> {

        private final Function<T, String> text;

        AsText(Class<T> type, Function<T, String> text) {
            super(type);
            this.text = text;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializationContext context) {
            out.writeString(text.apply(value));
        }
    }

    /** Reads what the other one wrote. */
    private static final class FromText<T> extends StdDeserializer<T> {

        private final Function<String, T> of;

        FromText(Class<T> type, Function<String, T> of) {
            super(type);
            this.of = of;
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) {
            return of.apply(in.getString());
        }
    }

    private StoreJson() {}
}
