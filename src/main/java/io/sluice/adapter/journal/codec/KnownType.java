package io.sluice.adapter.journal.codec;

import io.sluice.adapter.journal.codec.Schema.EnumShape;
import io.sluice.adapter.journal.codec.Schema.Member;
import io.sluice.adapter.journal.codec.Schema.NamedType;
import io.sluice.adapter.journal.codec.Schema.RecordShape;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A record or an enum of today's code. */
sealed interface KnownType {

    Class<?> raw();

    NamedType shape();

    /** A component of a record, and how to read it off. */
    record Component(String name, Slot slot, MethodHandle accessor) {

        Object of(Object owner) {
            try {
                return (Object) accessor.invokeExact(owner);
            } catch (Throwable thrown) {
                throw new IllegalStateException(
                        "Component " + name + " could not be read off " + owner.getClass(), thrown);
            }
        }
    }

    record KnownEnum(Class<?> raw, List<Enum<?>> constants) implements KnownType {

        static KnownEnum of(Class<?> raw) {
            List<Enum<?>> constants = new ArrayList<>();
            for (Object constant : raw.getEnumConstants()) {
                constants.add((Enum<?>) constant);
            }
            return new KnownEnum(raw, List.copyOf(constants));
        }

        @Override
        public NamedType shape() {
            return new EnumShape(raw.getName(), constants.stream().map(Enum::name).toList());
        }
    }

    record KnownRecord(Class<?> raw, List<Component> components, MethodHandle constructor)
            implements KnownType {

        static KnownRecord of(Class<?> raw) {
            RecordComponent[] declared = raw.getRecordComponents();
            try {
                MethodHandles.Lookup lookup =
                        MethodHandles.privateLookupIn(raw, MethodHandles.lookup());
                Class<?>[] types =
                        Arrays.stream(declared)
                                .map(RecordComponent::getType)
                                .toArray(Class<?>[]::new);
                MethodHandle constructor =
                        lookup.findConstructor(raw, MethodType.methodType(void.class, types))
                                .asSpreader(Object[].class, types.length)
                                .asType(MethodType.methodType(Object.class, Object[].class));
                return new KnownRecord(raw, components(raw, declared, lookup), constructor);
            } catch (IllegalAccessException | NoSuchMethodException cause) {
                throw new IllegalArgumentException(
                        "The journal cannot reach into " + raw.getName(), cause);
            }
        }

        private static List<Component> components(
                Class<?> raw, RecordComponent[] declared, MethodHandles.Lookup lookup)
                throws IllegalAccessException {
            List<Component> components = new ArrayList<>();
            for (RecordComponent it : declared) {
                Slot slot = Slot.of(it.getGenericType(), raw.getName() + "." + it.getName());
                MethodHandle accessor =
                        lookup.unreflect(it.getAccessor())
                                .asType(MethodType.methodType(Object.class, Object.class));
                components.add(new Component(it.getName(), slot, accessor));
            }
            return List.copyOf(components);
        }

        @Override
        public NamedType shape() {
            List<Member> members = new ArrayList<>();
            components.forEach(it -> members.add(new Member(it.name(), it.slot().shape())));
            return new RecordShape(raw.getName(), List.copyOf(members));
        }

        Object construct(Object[] values) throws UnreadableException {
            try {
                return (Object) constructor.invokeExact(values);
            } catch (RuntimeException refused) {
                throw new UnreadableException(
                        "A " + raw.getName() + " cannot be made: " + refused.getMessage(), refused);
            } catch (Throwable thrown) {
                throw new IllegalStateException("Constructor of " + raw.getName(), thrown);
            }
        }
    }
}
