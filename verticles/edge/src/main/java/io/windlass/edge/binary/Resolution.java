package io.windlass.edge.binary;

import io.windlass.base.check.Invariant;
import io.windlass.edge.binary.ResolveReply.Handle;
import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.NumberWriter;
import io.windlass.kernel.feature.Rejected;
import io.windlass.kernel.feature.Unavailable;
import java.util.Arrays;
import java.util.List;

/** Names on their way to become handles. Used on one event loop. */
final class Resolution {
    private final Handle[] handles;
    private final Receiver receiver;
    private int open;

    /** What gets the handles. */
    @FunctionalInterface
    interface Receiver {
        void handles(ResolveReply reply);
    }

    /** Of so many names. */
    Resolution(int names, Receiver receiver) {
        this.handles = new Handle[names];
        this.receiver = receiver;
        // One more than there are, so that it cannot end before all have been asked for.
        this.open = names + 1;
    }

    /** No name gets a handle, for a reason with this number. */
    void refuse(int code) {
        Arrays.fill(handles, new Handle(0, code));
        receiver.handles(new ResolveReply(List.of(handles)));
    }

    /** All names have been asked for. */
    void asked() {
        close();
    }

    void answered(int index, Answer answer) {
        handles[index] = handle(answer);
        close();
    }

    private void close() {
        open--;
        if (open == 0) {
            receiver.handles(new ResolveReply(List.of(handles)));
        }
    }

    private static Handle handle(Answer answer) {
        if (answer instanceof Answer.Accepted accepted) {
            Numbers numbers = new Numbers();
            accepted.document().write(numbers);
            return new Handle(numbers.handle, numbers.detail);
        }
        if (answer instanceof Rejected rejected) {
            return new Handle(0, rejected.rejection().number());
        }
        if (answer instanceof Unavailable unavailable) {
            return new Handle(0, unavailable.reason().number());
        }
        throw new Invariant("a name cannot be malformed");
    }

    /** The two numbers of an answer. */
    private static final class Numbers implements NumberWriter {
        private long handle;
        private long detail;

        @Override
        public void number(String name, long value) {
            if (name.equals("handle")) {
                handle = value;
            } else if (name.equals("detail")) {
                detail = value;
            }
        }
    }
}
