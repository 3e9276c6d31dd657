package io.windlass.server.simulation;

import io.windlass.base.wire.Hashes;
import io.windlass.base.wire.Id128;
import io.windlass.base.wire.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * A committed event, read by this reader alone: what the product's own codec makes of the bytes is
 * not asked.
 */
sealed interface Fact {
    int OPENED = 0x0181;
    int CHANGED_FIRST = 0x0182;
    int CHANGED_LAST = 0x0185;
    int TRANSFERRED = 0x0186;
    int REFUSED = 0x0187;
    int CURRENCY_REGISTERED = 0x0188;
    int EDITION_ADOPTED = 0x0189;

    /** An account was opened. */
    record Opened(long handle, String accountId, int currency, int kind, long limit)
            implements Fact {}

    /** An account was frozen, unfrozen, closed or given a limit. */
    record Changed(
            long handle,
            long previous,
            int state,
            long limit,
            long posted,
            long held,
            long incoming,
            long version)
            implements Fact {}

    /** One side of a transfer. */
    record Side(long handle, long posted, long previous, int levels) {}

    /** Money moved. */
    record Moved(String id, int currency, long amount, Side from, Side to) implements Fact {}

    /** A transfer was refused for good; an account is named by handle, or by id if it has none. */
    record Refused(
            String id,
            int code,
            int currency,
            long amount,
            long available,
            long from,
            long to,
            String fromId,
            String toId)
            implements Fact {}

    /** A numbered change that every partition has to take. */
    sealed interface Shared extends Fact {
        long change();
    }

    /** A currency was registered. */
    record Registered(long change, int number, int scale, String code, String name)
            implements Shared {}

    /** An edition of the currencies was taken over. */
    record Adopted(long change, int edition) implements Shared {}

    /** The events of a frame, each with the hash of its bytes. */
    static List<Hashed> read(byte[] bytes, int count) {
        List<Hashed> facts = new ArrayList<>();
        Source source = new Source(bytes);
        for (int i = 0; i < count; i++) {
            int start = source.position();
            int length = source.u32();
            int type = source.u16();
            Violation.unless(source.u16() == 1, "an event has another version than 1");
            long hash = Hashes.hash64(bytes, start, length);
            byte[] body = Arrays.copyOfRange(bytes, source.position(), start + length);
            facts.add(new Hashed(one(type, new Source(body)), hash));
            source.position(start + length);
        }
        return facts;
    }

    /** An event with the hash of its bytes. */
    record Hashed(Fact fact, long hash) {}

    private static Fact one(int type, Source source) {
        if (type == OPENED) {
            long handle = source.u64();
            source.u32();
            return new Opened(handle, source.text(), source.u16(), source.u8(), source.u64());
        }
        if (type >= CHANGED_FIRST && type <= CHANGED_LAST) {
            return changed(source);
        }
        if (type == TRANSFERRED) {
            return moved(source);
        }
        if (type == CURRENCY_REGISTERED) {
            return new Registered(
                    source.u64(), source.u16(), source.u8(), source.text(), source.text());
        }
        if (type == EDITION_ADOPTED) {
            return new Adopted(source.u64(), source.u16());
        }
        Violation.unless(type == REFUSED, "an event of a type nobody knows: " + type);
        return refused(source);
    }

    private static Fact changed(Source source) {
        source.u8();
        int state = source.u8();
        source.position(source.position() + 6);
        return new Changed(
                source.u64(),
                source.u64(),
                state,
                source.u64(),
                source.u64(),
                source.u64(),
                source.u64(),
                source.u64());
    }

    private static Fact moved(Source source) {
        boolean hasText = source.u8() == 1;
        int levels = source.u8();
        int currency = source.u16();
        source.u32();
        Id128 id = source.u128();
        long from = source.u64();
        long to = source.u64();
        long amount = source.u64();
        source.u64();
        long fromPosted = source.u64();
        long toPosted = source.u64();
        long fromPrevious = source.u64();
        long toPrevious = source.u64();
        return new Moved(
                words(id, hasText, source),
                currency,
                amount,
                new Side(from, fromPosted, fromPrevious, levels & 0xF),
                new Side(to, toPosted, toPrevious, levels >>> 4));
    }

    private static Fact refused(Source source) {
        boolean hasText = source.u8() == 1;
        int code = source.u8();
        int currency = source.u16();
        source.u32();
        Id128 value = source.u128();
        long from = source.u64();
        long to = source.u64();
        long amount = source.u64();
        source.u64();
        long available = source.u64();
        String id = words(value, hasText, source);
        String fromId = from == 0 ? source.text() : "";
        String toId = to == 0 ? source.text() : "";
        return new Refused(id, code, currency, amount, available, from, to, fromId, toId);
    }

    /** A text stands in the log by itself, a UUID by its bits. */
    private static String words(Id128 id, boolean hasText, Source source) {
        return hasText ? source.text() : new UUID(id.high(), id.low()).toString();
    }
}
