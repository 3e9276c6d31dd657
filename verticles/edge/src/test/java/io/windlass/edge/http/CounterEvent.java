package io.windlass.edge.http;

import io.windlass.base.wire.Sink;
import io.windlass.base.wire.Source;
import io.windlass.edge.http.CounterFeature.Counter;
import io.windlass.edge.http.CounterFeature.Counters;
import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Command;
import io.windlass.kernel.feature.Document;
import io.windlass.kernel.feature.Event;
import io.windlass.kernel.feature.Moment;

/** A counter has a new value; at 99 the answer says that the end is not known yet. */
record CounterEvent(String id, long value, boolean isNew) implements Event<Counters> {
    private static final long UNDECIDED = 99;

    static CounterEvent read(Source source) {
        return new CounterEvent(source.text(), source.u64(), source.u8() == 1);
    }

    @Override
    public int type() {
        return 2;
    }

    @Override
    public void write(Sink sink) {
        sink.text(id).u64(value).u8(isNew ? 1 : 0);
    }

    @Override
    public void evolve(Counters state, Moment moment) {
        state.rows().put(new Counter(CounterFeature.hash(id), value));
    }

    @Override
    public Answer answer(Counters state, Moment moment) {
        Document document =
                out -> {
                    out.text("id", id);
                    out.number("value", value);
                };
        if (value == UNDECIDED) {
            return new Answer.Accepted(Answer.Success.PENDING, document);
        }
        return isNew ? Answer.created(document) : Answer.done(document);
    }

    @Override
    public Command<Counters> cause(Counters state) {
        return new CounterCommand(id, value, isNew);
    }
}
