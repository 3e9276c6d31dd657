package io.windlass.edge.call;

import io.windlass.edge.access.Caller;
import io.windlass.edge.access.Callers;
import io.windlass.kernel.feature.Access;
import io.windlass.kernel.feature.Endpoint;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lets callers in: who they are, whether it is too often, whether they may. Any thread. */
public final class Gate {
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final Callers callers;

    /** A gate for these callers. */
    public Gate(Callers callers) {
        this.callers = callers;
    }

    /** Who was let in, or why not. */
    public sealed interface Entry {
        /** Why not, if so. */
        Optional<Problem> refusal();

        /** Let in. */
        record In(Caller caller) implements Entry {
            @Override
            public Optional<Problem> refusal() {
                return Optional.empty();
            }
        }

        /** Kept out. */
        record Out(Problem why) implements Entry {
            @Override
            public Optional<Problem> refusal() {
                return Optional.of(why);
            }
        }
    }

    /** Finds the caller by its key. A stranger's attempts count against the strangers' quota. */
    public Entry identify(Optional<String> authorization) {
        Optional<Caller> caller = callers.find(authorization);
        if (caller.isPresent()) {
            return new Entry.In(caller.get());
        }
        Problem unknown =
                Problem.of(
                        ProblemKind.UNAUTHENTICATED,
                        "send Authorization: Bearer with a key of this node");
        return new Entry.Out(tooOften(callers.stranger()).orElse(unknown));
    }

    /** Finds the caller and lets it try an endpoint, before anything else of a request is read. */
    public Entry admit(Optional<String> authorization, Access access) {
        Entry entry = identify(authorization);
        if (entry instanceof Entry.In in) {
            Optional<Problem> why = refuse(in.caller(), access);
            return why.isPresent() ? new Entry.Out(why.get()) : entry;
        }
        return entry;
    }

    /** Why a known caller may not try an endpoint now. */
    public static Optional<Problem> refuse(Caller caller, Access access) {
        Optional<Problem> why = tooOften(caller);
        return why.isEmpty() && !caller.mayTry(access) ? Optional.of(forbidden(access)) : why;
    }

    private static Problem forbidden(Access access) {
        return needs(access.scopes().toArray(new Endpoint.Scope[0]));
    }

    /** The key does not have any of these scopes. */
    public static Problem needs(Endpoint.Scope... scopes) {
        String words =
                Arrays.stream(scopes).map(Endpoint.Scope::word).collect(Collectors.joining(" or "));
        return Problem.of(ProblemKind.FORBIDDEN, "the key does not have the scope " + words);
    }

    private static Optional<Problem> tooOften(Caller caller) {
        long nanos = caller.quota().take();
        return nanos == 0
                ? Optional.empty()
                : Optional.of(Problem.rateLimited((nanos - 1) / NANOS_PER_SECOND + 1));
    }
}
