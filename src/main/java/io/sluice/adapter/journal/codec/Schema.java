package io.sluice.adapter.journal.codec;

import java.util.ArrayList;
import java.util.List;

/** The named types that values were written by, in the order of their numbers. */
record Schema(List<NamedType> types) {

    /** A record or an enum by its full name. */
    sealed interface NamedType {
        String name();
    }

    record RecordShape(String name, List<Member> members) implements NamedType {}

    record EnumShape(String name, List<String> constants) implements NamedType {}

    /** A component of a record. */
    record Member(String name, Shape shape) {}

    byte[] toBytes() {
        ByteSink out = new ByteSink();
        List<String> names = types.stream().map(NamedType::name).toList();
        out.writeUnsigned(names.size());
        names.forEach(out::writeString);
        for (NamedType type : types) {
            switch (type) {
                case RecordShape it -> {
                    out.writeByte(0);
                    out.writeUnsigned(it.members().size());
                    for (Member member : it.members()) {
                        out.writeString(member.name());
                        member.shape().write(out, names);
                    }
                }
                case EnumShape it -> {
                    out.writeByte(1);
                    out.writeUnsigned(it.constants().size());
                    it.constants().forEach(out::writeString);
                }
            }
        }
        return out.toBytes(0);
    }

    static Schema read(byte[] bytes) throws UnreadableException {
        ByteSource in = new ByteSource(bytes);
        List<String> names = readNames(in);
        List<NamedType> types = new ArrayList<>(names.size());
        for (String name : names) {
            types.add(
                    in.readBoolean()
                            ? new EnumShape(name, readNames(in))
                            : new RecordShape(name, readMembers(in, names)));
        }
        in.requireEnd();
        return new Schema(List.copyOf(types));
    }

    private static List<String> readNames(ByteSource in) throws UnreadableException {
        int count = in.readCount();
        List<String> names = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            names.add(in.readString());
        }
        return names;
    }

    private static List<Member> readMembers(ByteSource in, List<String> names)
            throws UnreadableException {
        int count = in.readCount();
        List<Member> members = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            members.add(new Member(in.readString(), Shape.read(in, names)));
        }
        return members;
    }
}
