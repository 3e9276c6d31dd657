package io.windlass.edge.http;

import io.windlass.base.wire.Sink;
import io.windlass.base.wire.Source;
import io.windlass.edge.http.CounterFeature.CounterRejection;
import io.windlass.edge.http.CounterFeature.Counters;
import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Command;
import io.windlass.kernel.feature.Moment;
import io.windlass.kernel.feature.Outcome;

/** Sets a counter, or adds to it. */
record CounterCommand(String id, long amount, boolean opens) implements Command<Counters> {
    static CounterCommand read(Source source) {
        return new CounterCommand(source.text(), source.u64(), source.u8() == 1);
    }

    @Override
    public int type() {
        return 1;
    }

    @Override
    public void write(Sink sink) {
        sink.text(id).u64(amount).u8(opens ? 1 : 0);
    }

    @Override
    public Outcome<Counters> decide(Counters state, Moment moment) {
        if (opens) {
            return Outcome.logged(new CounterEvent(id, amount, state.find(id).isEmpty()));
        }
        if (state.find(id).isEmpty()) {
            return Outcome.answered(Answer.rejected(CounterRejection.COUNTER_NOT_FOUND));
        }
        long value = state.find(id).orElseThrow().value();
        return value + amount < 0
                ? Outcome.answered(
                        Answer.rejected(
                                CounterRejection.BELOW_ZERO,
                                out -> {
                                    out.text("instance", "/v1/counters/" + id);
                                    out.number("available", value);
                                }))
                : Outcome.logged(new CounterEvent(id, value + amount, false));
    }
}
