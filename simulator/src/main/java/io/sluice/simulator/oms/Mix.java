package io.sluice.simulator.oms;

/** How often each kind of request is sent, as weights. */
record Mix(int orders, int cancels, int replaces, int statuses) {

    static final Mix STOCK = new Mix(70, 14, 13, 3);

    Mix {
        if (orders < 1 || cancels < 0 || replaces < 0 || statuses < 0) {
            throw new IllegalArgumentException(
                    "A mix needs orders above 0 and no negative weight, was %d,%d,%d,%d"
                            .formatted(orders, cancels, replaces, statuses));
        }
    }

    /** Reads {@code orders=70,cancels=14,replaces=13,statuses=3}; a kind left out is not sent. */
    static Mix parse(String text) {
        Mix mix = new Mix(1, 0, 0, 0);
        for (String entry : text.split(",", -1)) {
            int equals = entry.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("A mix is KIND=WEIGHT,.., was '" + text + "'");
            }
            mix = mix.with(entry.substring(0, equals).strip(), weight(entry.substring(equals + 1)));
        }
        return mix;
    }

    int total() {
        return orders + cancels + replaces + statuses;
    }

    private Mix with(String kind, int weight) {
        return switch (kind) {
            case "orders" -> new Mix(weight, cancels, replaces, statuses);
            case "cancels" -> new Mix(orders, weight, replaces, statuses);
            case "replaces" -> new Mix(orders, cancels, weight, statuses);
            case "statuses" -> new Mix(orders, cancels, replaces, weight);
            default ->
                    throw new IllegalArgumentException(
                            "A mix knows orders, cancels, replaces, statuses, but was '"
                                    + kind
                                    + "'");
        };
    }

    private static int weight(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("A weight is a whole number, was '" + text + "'", e);
        }
    }
}
