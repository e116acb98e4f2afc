package io.sluice.adapter.journal.codec;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Makes values of any type that a record may hold, with a liking for the odd ones. */
final class RandomValues {

    private static final int ATTEMPTS = 200;

    private static final List<String> TEXTS =
            List.of(
                    "",
                    "A",
                    "ORDER-1",
                    "8=FIX.4.4\u000155=AAPL\u000158=what is this?\u0001",
                    "Zürich ÿ",
                    "東京",
                    "\uD83D\uDE00",
                    "\uD800 alone",
                    "?",
                    "x".repeat(300));

    private static final List<BigDecimal> DECIMALS =
            List.of(
                    BigDecimal.ZERO,
                    new BigDecimal("0.00"),
                    new BigDecimal("187.50"),
                    new BigDecimal("-1"),
                    new BigDecimal("1E+400"),
                    new BigDecimal("1E-400"),
                    new BigDecimal(BigInteger.valueOf(Long.MIN_VALUE), 3),
                    new BigDecimal("123456789012345678901234567890.123"));

    private final Random random;

    RandomValues(Random random) {
        this.random = random;
    }

    Object of(Type type) {
        return switch (type) {
            case ParameterizedType generic -> ofGeneric(generic);
            case Class<?> raw -> ofClass(raw);
            default -> throw new AssertionError("Unknown " + type);
        };
    }

    private Object ofClass(Class<?> raw) {
        if (raw.isRecord()) {
            return ofRecord(raw);
        }
        if (raw.isEnum()) {
            return oneOf(List.of(raw.getEnumConstants()));
        }
        if (raw.isSealed()) {
            return of(oneOf(List.of(raw.getPermittedSubclasses())));
        }
        return switch (raw.getName()) {
            case "boolean", "java.lang.Boolean" -> random.nextBoolean();
            case "int", "java.lang.Integer" -> random.nextInt() >> random.nextInt(32);
            case "long", "java.lang.Long" -> random.nextLong() >> random.nextInt(64);
            case "java.lang.String" -> oneOf(TEXTS);
            case "java.math.BigDecimal" -> oneOf(DECIMALS);
            case "java.time.Instant" ->
                    Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
            case "java.time.LocalDate" -> LocalDate.ofEpochDay(random.nextInt(100_000) - 50_000);
            default -> throw new AssertionError("Unknown " + raw);
        };
    }

    /** Tries again when the record refuses what it was given. */
    Object ofRecord(Class<?> raw) {
        RecordComponent[] components = raw.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        for (int i = 0; i < ATTEMPTS; i++) {
            Object[] values =
                    Arrays.stream(components).map(it -> of(it.getGenericType())).toArray();
            try {
                var constructor = raw.getDeclaredConstructor(types);
                constructor.setAccessible(true);
                return constructor.newInstance(values);
            } catch (InvocationTargetException refused) {
                Objects.requireNonNull(refused.getCause());
            } catch (ReflectiveOperationException cause) {
                throw new LinkageError("No constructor of " + raw.getName(), cause);
            }
        }
        throw new AssertionError("No " + raw.getName() + " could be made");
    }

    private Object ofGeneric(ParameterizedType generic) {
        Type first = generic.getActualTypeArguments()[0];
        Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
        Object raw = generic.getRawType();
        if (raw.equals(Optional.class)) {
            return random.nextBoolean() ? Optional.of(of(first)) : Optional.empty();
        }
        List<Object> some = some(() -> of(first));
        if (raw.equals(List.class)) {
            return some;
        }
        if (raw.equals(Set.class)) {
            return new LinkedHashSet<>(some);
        }
        if (raw.equals(SortedSet.class)) {
            return new TreeSet<>(some);
        }
        Map<Object, Object> map = new LinkedHashMap<>();
        some.forEach(key -> map.put(key, of(last)));
        return raw.equals(SortedMap.class) ? new TreeMap<>(map) : map;
    }

    private List<Object> some(Supplier<Object> each) {
        List<Object> some = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            some.add(each.get());
        }
        return some;
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
