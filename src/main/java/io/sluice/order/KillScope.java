package io.sluice.order;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a kill stops, as people write it: {@code all}, {@code oms:OMS44}, {@code venue:ALPHA},
 * {@code account:ACC1}, {@code symbol:AAPL}.
 *
 * @param id empty for everything
 */
public record KillScope(Type type, String id) {

    public static final KillScope ALL = new KillScope(Type.ALL, "");

    /** What the id names. */
    public enum Type {
        ALL,
        OMS,
        VENUE,
        ACCOUNT,
        SYMBOL;

        /** As people write it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Type> of(String text) {
            return Arrays.stream(values()).filter(it -> it.toString().equals(text)).findFirst();
        }

        /** All types, as a text that an error can quote. */
        public static String names() {
            return Arrays.stream(values()).map(Type::toString).collect(Collectors.joining(", "));
        }
    }

    public KillScope {
        if (type == Type.ALL && !id.isEmpty()) {
            throw new IllegalArgumentException("The scope all has no id, was: " + id);
        }
        if (type != Type.ALL) {
            Texts.requirePrintable("The id of scope " + type, id, Texts.MAX_ID_LENGTH);
        }
    }

    public static KillScope of(OmsId oms) {
        return new KillScope(Type.OMS, oms.value());
    }

    public static KillScope of(VenueId venue) {
        return new KillScope(Type.VENUE, venue.value());
    }

    public static KillScope of(Account account) {
        return new KillScope(Type.ACCOUNT, account.value());
    }

    public static KillScope of(Symbol symbol) {
        return new KillScope(Type.SYMBOL, symbol.value());
    }

    /** Reads the text form. */
    public static KillScope parse(String text) {
        int colon = text.indexOf(':');
        String type = colon < 0 ? text : text.substring(0, colon);
        Type known =
                Type.of(type)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "The scope's type must be one of %s, was '%s'"
                                                        .formatted(Type.names(), type)));
        return new KillScope(known, colon < 0 ? "" : text.substring(colon + 1));
    }

    /** Every scope that holds an order of these at this venue, the widest first. */
    public static List<KillScope> around(OmsId oms, VenueId venue, Account account, Symbol symbol) {
        return List.of(ALL, of(oms), of(venue), of(account), of(symbol));
    }

    /** Every scope that holds an order of these, wherever it goes. */
    public static List<KillScope> around(OmsId oms, Account account, Symbol symbol) {
        return List.of(ALL, of(oms), of(account), of(symbol));
    }

    public boolean covers(Order order) {
        return switch (type) {
            case ALL -> true;
            case OMS -> order.oms().value().equals(id);
            case VENUE -> order.venue().map(VenueId::value).equals(Optional.of(id));
            case ACCOUNT -> order.terms().account().value().equals(id);
            case SYMBOL -> order.terms().symbol().value().equals(id);
        };
    }

    @Override
    public String toString() {
        return type == Type.ALL ? "all" : type + ":" + id;
    }
}
