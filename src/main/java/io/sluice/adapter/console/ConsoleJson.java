package io.sluice.adapter.console;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;

import io.sluice.order.Account;
import io.sluice.order.CarriedFields;
import io.sluice.order.ClOrdId;
import io.sluice.order.ExecId;
import io.sluice.order.KillId;
import io.sluice.order.KillScope;
import io.sluice.order.OmsId;
import io.sluice.order.OrderId;
import io.sluice.order.Price;
import io.sluice.order.Qty;
import io.sluice.order.Symbol;
import io.sluice.order.VenueClOrdId;
import io.sluice.order.VenueExecId;
import io.sluice.order.VenueId;
import io.sluice.order.VenueOrderId;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.ser.std.ToStringSerializer;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/**
 * The JSON of the API: names as in the records and in their order, ids and decimals as strings,
 * times in ISO 8601 UTC.
 */
final class ConsoleJson {

    private static final List<Class<?>> SHOWN_BY_THEIR_TEXT =
            List.of(
                    Account.class,
                    ClOrdId.class,
                    ExecId.class,
                    KillId.class,
                    KillScope.class,
                    OmsId.class,
                    OrderId.class,
                    Price.class,
                    Qty.class,
                    Symbol.class,
                    VenueClOrdId.class,
                    VenueExecId.class,
                    VenueId.class,
                    VenueOrderId.class);

    static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .addModule(values())
                    .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .changeDefaultVisibility(shown -> shown.withIsGetterVisibility(Visibility.NONE))
                    .build();

    private static SimpleModule values() {
        SimpleModule module = new SimpleModule("sluice");
        SHOWN_BY_THEIR_TEXT.forEach(
                type -> module.addSerializer(type, ToStringSerializer.instance));
        module.addSerializer(new AsText<>(BigDecimal.class, BigDecimal::toPlainString));
        module.addSerializer(new AsText<>(CarriedFields.class, CarriedFields::text));
        return module;
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

    private ConsoleJson() {}
}
