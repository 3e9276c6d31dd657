package io.windlass.edge.http;

import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.feature.PackedCommands;
import io.windlass.kernel.feature.Read;
import io.windlass.kernel.feature.Request;
import io.windlass.kernel.feature.SharedTable;
import io.windlass.kernel.feature.Verb;
import io.windlass.kernel.partition.Reply;
import io.windlass.kernel.partition.Service;
import io.windlass.server.restart.Machine;
import java.util.List;
import java.util.function.Consumer;

/** What the edge knows of one partition; commands go to it by another way. */
record MachineService(Machine machine) implements Service {
    @Override
    public <T extends SharedTable> T shared(Class<T> type) {
        return type.cast(machine.shared());
    }

    @Override
    public boolean isFull() {
        return false;
    }

    @Override
    public <S> void call(
            Feature<S> feature, Verb<S> verb, Request request, Consumer<Reply> onReply) {
        throw new UnsupportedOperationException("nothing is called");
    }

    @Override
    public <S> void callAll(
            Feature<S> feature,
            Verb.Submit<S> verb,
            List<Read<Request>> requests,
            Consumer<List<Reply>> onReplies) {
        throw new UnsupportedOperationException("nothing is called");
    }

    @Override
    public <S> void callPacked(Feature<S> feature, PackedCommands<S> packed, Runnable onDone) {
        throw new UnsupportedOperationException("nothing is called");
    }

    @Override
    public <S> void ask(Feature<S> feature, Verb.Inquiry<S> inquiry, Consumer<Reply> onReply) {
        throw new UnsupportedOperationException("nothing is asked");
    }
}
