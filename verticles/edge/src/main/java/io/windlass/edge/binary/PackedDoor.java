package io.windlass.edge.binary;

import io.windlass.base.check.Invariant;
import io.windlass.edge.access.Caller;
import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Endpoint;
import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.feature.Packed;
import io.windlass.kernel.feature.PackedKind;
import io.windlass.kernel.partition.Service;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The door for the packed commands of one kind. Any thread.
 *
 * @param feature whose they are
 * @param kind what they are
 * @param service where they go
 */
record PackedDoor<S>(Feature<S> feature, PackedKind<S> kind, Service service) {

    /** What gets the results of a frame. */
    @FunctionalInterface
    interface Receiver {
        /** Called on the loop that made the call. */
        void results(byte[] results);
    }

    /** The doors of all features by the numbers of their frames. */
    static Map<Integer, PackedDoor<?>> of(List<Feature<?>> features, Service service) {
        Map<Integer, PackedDoor<?>> doors = new HashMap<>();
        features.forEach(feature -> add(feature, service, doors));
        return Map.copyOf(doors);
    }

    private static <S> void add(
            Feature<S> feature, Service service, Map<Integer, PackedDoor<?>> doors) {
        for (PackedKind<S> kind : feature.packed()) {
            Optional<FrameType> type = FrameType.of(kind.number());
            Invariant.hold(
                    type.isPresent()
                            && type.get().itemBytes() == kind.commandBytes()
                            && reply(type.get()).itemBytes() == kind.resultBytes(),
                    "no frames are laid out for the packed kind " + kind.number());
            PackedDoor<?> other =
                    doors.put(kind.number(), new PackedDoor<>(feature, kind, service));
            Invariant.hold(other == null, "two packed kinds have the number " + kind.number());
        }
    }

    /** The type of the frames that answer those of a type. */
    static FrameType reply(FrameType type) {
        return FrameType.of(type.number() + 1).orElseThrow();
    }

    boolean admits(Caller caller) {
        return caller.scopes().contains(kind.access());
    }

    /**
     * Has commands executed; false, and then nobody is called, if they are not laid out right.
     *
     * @param commands a multiple of the kind's size; not the caller's any more
     */
    boolean serve(Caller caller, byte[] commands, Receiver receiver) {
        boolean reads = caller.scopes().contains(Endpoint.Scope.READ);
        Optional<Packed<S>> opened =
                kind.opener().open(new PackedKind.Caller(caller.tenant(), reads), commands);
        if (opened.isEmpty()) {
            return false;
        }
        Packed<S> packed = opened.get();
        if (caller.quota().take() > 0) {
            Answer tooOften = Answer.rejected(EdgeRejection.RATE_LIMITED);
            for (int i = 0; i < packed.count(); i++) {
                packed.answered(i, tooOften, false);
            }
            receiver.results(packed.results());
        } else {
            // The first is paid.
            caller.quota().owe(Math.max(0, packed.count() - 1));
            service.callPacked(feature, packed, () -> receiver.results(packed.results()));
        }
        return true;
    }

    /** Asks for the handles of names. */
    void resolve(Caller caller, List<String> names, Resolution.Receiver receiver) {
        Resolution resolution = new Resolution(names.size(), receiver);
        if (caller.quota().take() > 0) {
            resolution.refuse(EdgeRejection.RATE_LIMITED.number());
            return;
        }
        caller.quota().owe(Math.max(0, names.size() - 1));
        for (int i = 0; i < names.size(); i++) {
            int index = i;
            service.ask(
                    feature,
                    kind.resolver().handleOf(caller.tenant(), names.get(i)),
                    reply -> resolution.answered(index, reply.answer()));
        }
        resolution.asked();
    }
}
