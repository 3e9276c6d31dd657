package io.windlass.kernel.feature;

import java.util.List;

/**
 * What the body of a success holds, declared once: documentation and contract tests derive from it.
 *
 * @param members in the order they are written
 */
public record Result(List<Member> members) {
    /** A body of these members. */
    public static Result of(Member... members) {
        return new Result(List.of(members));
    }

    /**
     * One member of a body.
     *
     * @param name as clients read it, snake_case
     * @param presence whether it is there
     * @param shape what it holds
     */
    public record Member(String name, Presence presence, Shape shape) {
        /** A member that is always there. */
        public static Member of(String name, Shape shape) {
            return new Member(name, Presence.ALWAYS, shape);
        }

        /** What a request's field holds, given back under the same name. */
        public static Member of(Field<?> field) {
            return of(field.name(), new Value(field.type(), field.example()));
        }

        /** The same member, of which some answers know no value and have a null. */
        public Member orNull() {
            return new Member(name, Presence.NULLABLE, shape);
        }

        /** The same member, which some answers leave out. */
        public Member usually() {
            return new Member(name, Presence.USUALLY, shape);
        }

        /** The same member, which only some answers have; the example of a body is without it. */
        public Member sometimes() {
            return new Member(name, Presence.SOMETIMES, shape);
        }
    }

    /** Whether a member is there. */
    public enum Presence {
        /** Always, with a value. */
        ALWAYS,
        /** Always, but it may be null. */
        NULLABLE,
        /** Most answers have it. */
        USUALLY,
        /** Few answers have it. */
        SOMETIMES;

        /** Whether an answer may leave it out. */
        public boolean isOptional() {
            return this == USUALLY || this == SOMETIMES;
        }
    }

    /** What a member holds. */
    public sealed interface Shape {}

    /**
     * A single value.
     *
     * @param type which values it can be
     * @param example one of them, as text
     */
    public record Value(FieldType<?> type, String example) implements Shape {}

    /** A list of bodies of one kind. */
    public record Many(Result item) implements Shape {}
}
