package io.windlass.kernel.feature.contract;

import io.windlass.base.wire.LittleEndian;
import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Command;
import io.windlass.kernel.feature.Packed;
import io.windlass.kernel.feature.PackedKind;
import io.windlass.kernel.feature.Read;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Finds out how commands of a packed kind are written: changes words and numbers in what it has,
 * and keeps whatever is answered in a new way. All it begins with are zeros, small numbers, and the
 * handles that the kind gives out.
 */
final class PackedGenerator<S> {
    private static final int KNOWN_MAX = 96;

    private final PackedKind<S> kind;
    private final LiveRun<S> live;
    private final Random random;
    private final List<Long> numbers = new ArrayList<>(List.of(0L, 1L, 2L, 3L, 1_000L, 1L << 60));
    private final Map<String, byte[]> found = new LinkedHashMap<>();

    PackedGenerator(PackedKind<S> kind, LiveRun<S> live, Random random) {
        this.kind = kind;
        this.live = live;
        this.random = random;
        found.put("nothing", new byte[kind.commandBytes()]);
    }

    PackedKind<S> kind() {
        return kind;
    }

    /** Asks for the handle of a name. */
    void learn(int tenant, String name) {
        Answer answer = live.ask(kind.resolver().handleOf(tenant, name).question());
        if (answer instanceof Answer.Accepted accepted) {
            Map<String, Object> members = Members.of(accepted.document());
            know((Long) members.get("handle"));
            know((Long) members.get("detail"));
        }
    }

    private void know(long number) {
        if (!numbers.contains(number) && numbers.size() < KNOWN_MAX) {
            numbers.add(number);
        }
    }

    /** So many commands, one behind the other. */
    byte[] commands(PackedKind.Caller caller, int count) {
        byte[] commands = new byte[count * kind.commandBytes()];
        for (int i = 0; i < count; i++) {
            byte[] command = command(caller);
            System.arraycopy(command, 0, commands, i * command.length, command.length);
        }
        return commands;
    }

    private byte[] command(PackedKind.Caller caller) {
        List<byte[]> all = List.copyOf(found.values());
        // What was found later has mostly come further.
        int one = random.ints(3, 0, all.size()).max().orElseThrow();
        byte[] command = all.get(one).clone();
        int changes = random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            change(command);
        }
        found.putIfAbsent(behaviour(caller, command), command);
        return command;
    }

    /** Puts a number somewhere, as wide as a field could be. */
    private void change(byte[] command) {
        long number = numbers.get(random.nextInt(numbers.size()));
        switch (random.nextInt(3)) {
            case 0 -> LittleEndian.u64(command, place(command, Long.BYTES), number);
            case 1 -> LittleEndian.u16(command, place(command, Short.BYTES), (int) number);
            default -> command[place(command, 1)] = (byte) number;
        }
    }

    private int place(byte[] command, int width) {
        return random.nextInt(command.length / width) * width;
    }

    /** What tells commands apart that are to be kept. */
    private String behaviour(PackedKind.Caller caller, byte[] command) {
        Packed<S> packed = kind.opener().open(caller, command.clone()).orElseThrow();
        Read<Command<S>> read = packed.command(live.decided(), 0);
        if (read instanceof Read.Bad<Command<S>> bad) {
            return bad.why().code() + " " + bad.why().field();
        }
        Command<S> good = ((Read.Good<Command<S>>) read).value();
        return good.getClass().getName() + live.preview(good);
    }
}
