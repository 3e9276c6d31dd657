package io.windlass.kernel.partition;

import io.windlass.base.wire.Source;
import io.windlass.kernel.feature.Moment;
import io.windlass.kernel.log.FrameHeader;
import io.windlass.kernel.log.History;
import io.windlass.kernel.log.LogReader;
import io.windlass.kernel.port.Place;
import io.windlass.kernel.port.World;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Brings a committed event back from the log: found here, read on the reader's loop. */
final class EventLookup {
    private final int partition;
    private final World world;
    private final LogReader reader;
    private final EventCodec codec;
    private final Consumer<Throwable> onError;
    private final History history = new History();

    EventLookup(
            int partition,
            World world,
            LogReader reader,
            EventCodec codec,
            Consumer<Throwable> onError) {
        this.partition = partition;
        this.world = world;
        this.reader = reader;
        this.codec = codec;
        this.onError = onError;
    }

    /** What was asked for. */
    interface Receiver {
        /** An event, and where and when it stands; on the partition's loop. */
        void found(EventCodec.Found<?> event, Moment moment);
    }

    /** Takes note of the segments that a snapshot stands for. */
    void restore(List<History.Begin> segments) {
        history.restore(segments);
    }

    /** The segments so far. */
    List<History.Begin> segments() {
        return history.begins();
    }

    /** Takes note of a committed frame. */
    void committed(long firstSequence, Place place) {
        history.add(firstSequence, place);
    }

    /** Reads the event with a committed sequence. */
    void read(long sequence, Receiver receiver) {
        History.Mark mark = history.before(sequence);
        boolean hot = history.isTail(mark.place());
        world.readerLoop().execute(() -> readThere(mark, sequence, hot, receiver));
    }

    private void readThere(History.Mark mark, long sequence, boolean hot, Receiver receiver) {
        try {
            LogReader.Frame frame = reader.read(mark, sequence, hot);
            world.partitionLoop().execute(() -> hand(frame, sequence, receiver));
        } catch (IOException | RuntimeException e) {
            world.partitionLoop().execute(() -> onError.accept(e));
        }
    }

    private void hand(LogReader.Frame frame, long sequence, Receiver receiver) {
        FrameHeader header = frame.header();
        try {
            Source source = new Source(frame.payload());
            codec.skip(source, sequence - header.firstSequence());
            receiver.found(codec.read(source), new Moment(partition, sequence, header.timeNanos()));
        } catch (RuntimeException e) {
            onError.accept(e);
        }
    }
}
