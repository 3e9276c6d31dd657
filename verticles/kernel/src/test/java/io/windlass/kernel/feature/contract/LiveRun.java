package io.windlass.kernel.feature.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Command;
import io.windlass.kernel.feature.Event;
import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.feature.Finding;
import io.windlass.kernel.feature.MessageType;
import io.windlass.kernel.feature.Moment;
import io.windlass.kernel.feature.Outcome;
import io.windlass.kernel.feature.Packed;
import io.windlass.kernel.feature.Question;
import io.windlass.kernel.feature.Read;
import io.windlass.kernel.feature.Recalling;
import io.windlass.kernel.feature.SharedTable;
import io.windlass.kernel.feature.Survey;
import io.windlass.kernel.table.Tables;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A leader in a test: decides ahead of commit through the pending layer, keeps the log as bytes and
 * checks what every single decision has to keep.
 *
 * @param <S> the state of the feature
 */
public final class LiveRun<S> {
    private static final long FIRST_NANOS = 1_800_000_000_000_000_000L;
    private static final long FRAME_NANOS = 1_000_003;
    private static final int PARTITION = 1;

    private final Messages<S> messages;
    private final Feature<S> feature;
    private final Tables tables;
    private final Aged aged;
    private final boolean ages;
    private final S decided;
    private final S readOnly;
    private final S committed;
    private final List<Entry> log = new ArrayList<>();
    private final ArrayDeque<Integer> sealed = new ArrayDeque<>();
    private int committedCount;
    private long time = FIRST_NANOS;
    private boolean replayed;

    /**
     * One logged event.
     *
     * @param type the message number
     * @param bytes its body
     * @param moment where and when
     * @param answer what its sender was told
     */
    public record Entry(int type, byte[] bytes, Moment moment, String answer) {}

    /** A run that has decided and committed the feature's genesis. */
    public LiveRun(Feature<S> feature) {
        this(feature, false);
    }

    /** The same; if it {@code ages}, the rows of ageing tables leave memory after each commit. */
    LiveRun(Feature<S> feature, boolean ages) {
        this.ages = ages;
        this.feature = feature;
        this.messages = new Messages<>(feature);
        this.tables = new Tables(feature.tables());
        this.aged = new Aged(tables.ageing());
        this.decided = feature.state(tables.decided());
        this.readOnly = feature.state(new ReadOnly(tables.decided()));
        this.committed = feature.state(new ReadOnly(tables.committed()));
        feature.genesis(decided).forEach(this::submit);
        commitAll();
    }

    /** The tables, committed and pending. */
    public Tables tables() {
        return tables;
    }

    /** What was decided so far, the uncommitted part included. */
    public S decided() {
        return readOnly;
    }

    /** The log so far, the uncommitted part included. */
    public List<Entry> log() {
        return log;
    }

    /** What edges would know. */
    public SharedTable shared() {
        return feature.shared(committed);
    }

    /** An event as it is read back from the log. */
    public Event<S> event(Entry entry) {
        return messages.event(entry.type(), entry.bytes());
    }

    /** How the event of an entry is named. */
    MessageType<Event<S>> type(Entry entry) {
        return messages.eventType(entry.type());
    }

    /** Decides a command and returns its answer. */
    public Answer submit(Command<S> command) {
        messages.roundTrip(command);
        replayed = false;
        long digest = tables.digest();
        Moment moment = next();
        fetch(command);
        Outcome<S> outcome = command.decide(readOnly, moment);
        Outcome<S> again = command.decide(readOnly, moment);
        assertEquals(digest, tables.digest(), "decide has changed committed rows");
        if (outcome instanceof Outcome.Logged<S> logged) {
            assertEquals(outcome, again, "decide says another thing the second time");
            Answer answer = log(logged);
            if (command instanceof Recalling<?>) {
                assertOnce(command, answer);
            }
            return answer;
        }
        if (outcome instanceof Outcome.Recalled<S> recalled) {
            assertEquals(outcome, again, "decide says another thing the second time");
            Optional<Answer> mismatch = mismatch(command, recalled.sequence());
            replayed = mismatch.isEmpty();
            return mismatch.orElseGet(() -> first(recalled.sequence()));
        }
        Answer answer = ((Outcome.Answered<S>) outcome).answer();
        assertEquals(JsonText.of(answer), JsonText.of(answer), "a document changes");
        return answer;
    }

    /**
     * Decides a packed command as the kernel does, without an object in the usual case, and checks
     * that this comes to what the object would; whether it was the usual case.
     */
    public boolean submit(Packed<S> packed, int index) {
        Moment moment = next();
        aged.fetch(
                tables.ageing().decided(),
                () -> {
                    packed.touch(readOnly, index);
                    packed.touchBehind(readOnly, index);
                });
        Optional<Event<S>> usual = packed.usual(readOnly, index, moment);
        Read<Command<S>> read = packed.command(readOnly, index);
        if (usual.isPresent()) {
            Event<S> event = usual.get();
            Command<S> command = ((Read.Good<Command<S>>) read).value();
            assertEquals(Outcome.logged(event), command.decide(readOnly, moment), "not as usual");
            submit(command);
            Entry entry = log.get(log.size() - 1);
            assertArrayEquals(entry.bytes(), messages.roundTrip(event), "not the usual bytes");
            packed.logged(index, event, moment);
        } else if (read instanceof Read.Good<Command<S>> good) {
            Answer answer = submit(good.value());
            packed.answered(index, answer, replayed);
        } else {
            packed.answered(index, ((Read.Bad<Command<S>>) read).why(), false);
        }
        return usual.isPresent();
    }

    /** What a command would come to now. */
    String preview(Command<S> command) {
        fetch(command);
        Outcome<S> outcome = command.decide(readOnly, next());
        if (outcome instanceof Outcome.Logged<S> logged) {
            Event<S> last = logged.events().get(logged.events().size() - 1);
            String answer = JsonText.of(last.answer(readOnly, next()));
            return answer.substring(0, answer.indexOf(' '));
        }
        return outcome instanceof Outcome.Answered<S> answered
                ? JsonText.of(answered.answer())
                : "recalled";
    }

    /** Whether the command that was submitted last got the first answer of its id once more. */
    boolean isReplayed() {
        return replayed;
    }

    /** Asks the committed rows. */
    public Answer ask(Question<S> question) {
        Moment now =
                committedCount == 0
                        ? new Moment(PARTITION, 0, FIRST_NANOS)
                        : log.get(committedCount - 1).moment();
        aged.fetch(tables.ageing().committed(), () -> question.need(committed));
        Finding<S> finding = question.ask(committed, now);
        if (finding instanceof Finding.Found<S> found) {
            return found.answer();
        }
        Finding.Logged<S> logged = (Finding.Logged<S>) finding;
        assertTrue(logged.sequence() <= committedCount, "a question finds what is uncommitted");
        Entry entry = log.get((int) logged.sequence() - 1);
        return logged.reader().read(committed, event(entry), entry.moment());
    }

    /** Surveys the committed rows of this one partition. */
    public <P> Answer survey(Survey<P> survey) {
        Moment moment = log.get(committedCount - 1).moment();
        return survey.join(List.of(survey.part(tables.cut(), moment)));
    }

    /** Ends the open frame. */
    public void seal() {
        sealed.add(log.size());
        tables.seal();
        time += FRAME_NANOS;
    }

    /** Commits the oldest sealed frame, if there is one. */
    public void commit() {
        if (!sealed.isEmpty()) {
            committedCount = sealed.remove();
            tables.commit();
            if (ages) {
                aged.age();
            }
        }
    }

    /** Commits everything. */
    public void commitAll() {
        seal();
        while (!sealed.isEmpty()) {
            commit();
        }
    }

    /** Loses leadership: what is uncommitted has never been. */
    public void drop() {
        tables.drop();
        sealed.clear();
        log.subList(committedCount, log.size()).clear();
        time += FRAME_NANOS;
    }

    /** Every command with an id, sent again, gets its first answer; how many files were made. */
    int recallAll() {
        List<Entry> all = List.copyOf(log);
        for (Entry entry : all) {
            Command<S> command = event(entry).cause(readOnly);
            if (command instanceof Recalling<?>) {
                assertEquals(entry.answer(), JsonText.of(submit(command)));
            }
        }
        assertEquals(all.size(), log.size(), "an id has a second outcome");
        return aged.files();
    }

    private void fetch(Command<S> command) {
        aged.fetch(
                tables.ageing().decided(),
                () -> {
                    command.touch(readOnly);
                    command.touchBehind(readOnly);
                });
    }

    private Moment next() {
        return new Moment(PARTITION, log.size() + 1L, time);
    }

    private Answer log(Outcome.Logged<S> logged) {
        Event<S> first = logged.events().get(0);
        Command<S> cause = first.cause(readOnly);
        fetch(cause);
        Outcome<S> again = cause.decide(readOnly, next());
        assertEquals(logged, again, "the cause of an event comes to another outcome");
        Answer last = Answer.done(out -> {});
        for (Event<S> event : logged.events()) {
            Moment moment = next();
            byte[] bytes = messages.roundTrip(event);
            event.evolve(decided, moment);
            last = event.answer(readOnly, moment);
            log.add(new Entry(event.type(), bytes, moment, JsonText.of(last)));
        }
        return last;
    }

    /** A command with an id that has just been decided is known from now on. */
    private void assertOnce(Command<S> command, Answer answer) {
        Outcome<S> repeated = command.decide(readOnly, next());
        if (!(repeated instanceof Outcome.Recalled<S> recalled)) {
            throw new AssertionError("an id was forgotten: " + command + " -> " + repeated);
        }
        long sequence = recalled.sequence();
        assertEquals(Optional.empty(), mismatch(command, sequence), "a command is not itself");
        assertEquals(JsonText.of(answer), JsonText.of(first(sequence)));
    }

    /** The answer to the first use of an id. */
    private Answer first(long sequence) {
        Entry entry = log.get((int) sequence - 1);
        Answer answer = event(entry).answer(readOnly, entry.moment());
        assertEquals(entry.answer(), JsonText.of(answer), "a replayed answer differs");
        return answer;
    }

    private Optional<Answer> mismatch(Command<S> command, long sequence) {
        assertTrue(command instanceof Recalling<?>, "a command without an id was recalled");
        assertTrue(sequence >= 1 && sequence <= log.size(), "the first use is not in the log");
        Entry entry = log.get((int) sequence - 1);
        @SuppressWarnings("unchecked")
        Recalling<S> recalling = (Recalling<S>) command;
        return recalling.mismatch(readOnly, event(entry), entry.moment());
    }
}
