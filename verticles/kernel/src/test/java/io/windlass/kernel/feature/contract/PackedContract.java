package io.windlass.kernel.feature.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.feature.Packed;
import io.windlass.kernel.feature.PackedKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * What any packed kind keeps, tried with commands that nobody has told this class how to write.
 *
 * <ul>
 *   <li>deciding whether a command is a usual one leaves rows alone
 *   <li>the usual case comes to the event, and to the result, of the command as an object
 *   <li>a command sent again gets the result of the first time but for one bit
 *   <li>a command belongs to no partition that is not there
 * </ul>
 */
final class PackedContract<S> {
    private static final int BATCH_MAX = 6;
    private static final int PARTITIONS_MAX = 5;
    private static final int OTHER_TENANT = 7;

    private final LiveRun<S> live;
    private final List<String> names;
    private final Random random;
    private final List<PackedGenerator<S>> kinds = new ArrayList<>();

    PackedContract(Feature<S> feature, LiveRun<S> live, RequestGenerator requests, long seed) {
        this.live = live;
        this.names = requests.texts();
        this.random = new Random(seed);
        feature.packed().forEach(kind -> kinds.add(new PackedGenerator<>(kind, live, random)));
    }

    /** What a run has to meet of a kind. */
    static List<String> cases(PackedKind<?> kind) {
        return List.of(kind.number() + " packed usual", kind.number() + " packed again");
    }

    /** Sends some commands of each kind. */
    void step(Set<String> met) {
        for (PackedGenerator<S> generator : kinds) {
            PackedKind<S> kind = generator.kind();
            int tenant = random.nextInt(8) == 0 ? OTHER_TENANT : 0;
            generator.learn(tenant, names.get(random.nextInt(names.size())));
            PackedKind.Caller caller = new PackedKind.Caller(tenant, random.nextBoolean());
            byte[] commands = generator.commands(caller, 1 + random.nextInt(BATCH_MAX));
            Packed<S> packed = open(kind, caller, commands);
            for (int i = 0; i < packed.count(); i++) {
                assertPartitioned(packed, i);
                send(kind, caller, commands, packed, i, met);
            }
        }
    }

    private void send(
            PackedKind<S> kind,
            PackedKind.Caller caller,
            byte[] commands,
            Packed<S> packed,
            int index,
            Set<String> met) {
        int before = live.log().size();
        boolean isUsual = live.submit(packed, index);
        byte[] first = result(kind, packed, index);
        if (live.log().size() > before) {
            met.add(isUsual ? cases(kind).get(0) : "packed by an object");
            Packed<S> asObject = open(kind, caller, commands);
            LiveRun.Entry entry = live.log().get(before);
            Answer answer = live.event(entry).answer(live.decided(), entry.moment());
            asObject.answered(index, answer, false);
            assertArrayEquals(first, result(kind, asObject, index), "another result as object");
        }
        Packed<S> again = open(kind, caller, commands);
        live.submit(again, index);
        if (live.isReplayed()) {
            met.add(cases(kind).get(1));
            assertTrue(bitsBetween(first, result(kind, again, index)) <= 1, "another result");
        }
    }

    private static <S> Packed<S> open(
            PackedKind<S> kind, PackedKind.Caller caller, byte[] commands) {
        return kind.opener().open(caller, commands.clone()).orElseThrow();
    }

    private static void assertPartitioned(Packed<?> packed, int index) {
        for (int partitions = 1; partitions <= PARTITIONS_MAX; partitions++) {
            int partition = packed.partition(index, partitions);
            assertTrue(partition >= -1 && partition < partitions, "no such partition");
            assertTrue(partition == 0 || partitions > 1, "a single partition has everything");
        }
    }

    private static byte[] result(PackedKind<?> kind, Packed<?> packed, int index) {
        int bytes = kind.resultBytes();
        return Arrays.copyOfRange(packed.results(), index * bytes, (index + 1) * bytes);
    }

    private static int bitsBetween(byte[] one, byte[] other) {
        int bits = 0;
        for (int i = 0; i < one.length; i++) {
            bits += Integer.bitCount((one[i] ^ other[i]) & 0xFF);
        }
        return bits;
    }
}
