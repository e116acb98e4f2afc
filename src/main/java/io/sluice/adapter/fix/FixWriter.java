package io.sluice.adapter.fix;

import io.sluice.order.CarriedFields;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The body of a FIX message in the making. Not thread-safe. */
public final class FixWriter {

    private final StringBuilder text = new StringBuilder(256);
    private final Set<Integer> written = new HashSet<>();

    public FixWriter add(int tag, String value) {
        text.append(tag).append('=');
        appendClean(value);
        text.append(FixFields.SOH);
        written.add(tag);
        return this;
    }

    public FixWriter add(int tag, Optional<?> value) {
        value.ifPresent(it -> add(tag, it.toString()));
        return this;
    }

    public FixWriter addIfAbsent(int tag, String value) {
        return has(tag) ? this : add(tag, value);
    }

    /** Fields that came from elsewhere go on byte for byte. */
    public FixWriter carry(CarriedFields carried) {
        text.append(carried.text());
        for (FixFields.Field field : FixFields.parse(carried.text()).all()) {
            written.add(field.tag());
        }
        return this;
    }

    public boolean has(int tag) {
        return written.contains(tag);
    }

    /** The tags written so far, as they are now. */
    public Set<Integer> tags() {
        return Set.copyOf(written);
    }

    public String body() {
        return text.toString();
    }

    /**
     * A value of our own must not end its field early, nor leave the one-byte characters of FIX.
     */
    private void appendClean(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            text.append(c < ' ' || c > 255 ? '?' : c);
        }
    }
}
