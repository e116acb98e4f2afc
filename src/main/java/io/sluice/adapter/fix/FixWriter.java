package io.sluice.adapter.fix;

import io.sluice.order.CarriedFields;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The body of a FIX message in the making. Not thread-safe. */
public final class FixWriter {

    /** Tags below this are kept as bits. */
    private static final int LOW_TAGS = 1_024;

    private final StringBuilder text = new StringBuilder(256);
    private final BitSet written = new BitSet(LOW_TAGS);
    private final Set<Integer> writtenAbove = new HashSet<>(0);

    public FixWriter add(int tag, String value) {
        text.append(tag).append('=');
        appendClean(value);
        text.append(FixFields.SOH);
        wrote(tag);
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
        for (FixFields.Field field : FixFields.parse(carried.text()).all()) {
            carry(field.tag(), field.value());
        }
        return this;
    }

    /** One field that came from elsewhere. */
    public FixWriter carry(int tag, String value) {
        text.append(tag).append('=').append(value).append(FixFields.SOH);
        wrote(tag);
        return this;
    }

    public boolean has(int tag) {
        return tag < LOW_TAGS ? written.get(tag) : writtenAbove.contains(tag);
    }

    private void wrote(int tag) {
        if (tag < LOW_TAGS) {
            written.set(tag);
        } else {
            writtenAbove.add(tag);
        }
    }

    /** The tags written so far, as they are now. */
    public Set<Integer> tags() {
        Set<Integer> tags = new HashSet<>(writtenAbove);
        written.stream().forEach(tags::add);
        return Set.copyOf(tags);
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
