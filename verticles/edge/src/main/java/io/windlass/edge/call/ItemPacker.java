package io.windlass.edge.call;

import io.windlass.edge.json.JsonValues;
import io.windlass.kernel.feature.ItemOutcomes;
import io.windlass.kernel.feature.ItemTexts;
import io.windlass.kernel.feature.Malformed;
import io.windlass.kernel.feature.PackedCommands;
import io.windlass.kernel.feature.Packing;
import io.windlass.kernel.feature.Read;
import io.windlass.kernel.feature.Request;
import io.windlass.kernel.feature.SharedTable;
import io.windlass.kernel.feature.Verb;
import io.windlass.kernel.partition.Position;
import io.windlass.kernel.partition.Published;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the items of one batch straight into packed commands. An item that is unusual in any way is
 * read like one that is not packed, and stands among the others. Filled on one thread.
 */
public final class ItemPacker<S> {
    private final RequestReader reader;
    private final Surroundings around;
    private final Verb.Submit<S> submit;
    private final Packing<S> packing;
    private final ItemTexts texts;
    private final ItemOutcomes outcomes = new ItemOutcomes();

    private final Map<Integer, BatchItem> unusual = new HashMap<>();

    private ItemPacker(
            RequestReader reader,
            Surroundings around,
            Verb.Submit<S> submit,
            Packing.Opener<S> opener,
            Published published) {
        this.reader = reader;
        this.around = around;
        this.submit = submit;
        this.texts = new ItemTexts(reader.fieldCount());
        this.packing = opener.open(new Edge(around.caller().tenant(), published), texts, outcomes);
    }

    /** A packer for a batch, if its items can be packed now. */
    public static <S> Optional<ItemPacker<S>> of(
            Published published, Verb.Batch<S> batch, RequestReader reader, Surroundings around) {
        return published.isOpen()
                ? batch.packing()
                        .map(
                                opener ->
                                        new ItemPacker<>(
                                                reader, around, batch.submit(), opener, published))
                : Optional.empty();
    }

    /** What a packing is told. */
    private record Edge(int tenant, Published published) implements Packing.Around {
        @Override
        public <T extends SharedTable> T shared(Class<T> type) {
            return published.shared(type);
        }
    }

    /** Reads the object that has begun. */
    public void add(JsonValues in) throws IOException {
        texts.begin();
        boolean isTexts = reader.texts(in, texts);
        if (isTexts && !in.hasTrouble() && packing.add()) {
            outcomes.add();
        } else {
            addUnusual(isTexts ? reader.item(around, in, texts) : reader.itemOn(around, in, texts));
        }
    }

    /** Adds an item that is no object. */
    public void add(BatchItem item) {
        texts.begin();
        addUnusual(item);
    }

    private void addUnusual(BatchItem item) {
        int index = outcomes.count();
        outcomes.add();
        unusual.put(index, item);
        if (item.read() instanceof Read.Bad<Request> bad) {
            skip(index, bad.why());
            return;
        }
        Read<Verb.Intent<S>> intent =
                submit.reader().read(((Read.Good<Request>) item.read()).value());
        if (intent instanceof Read.Bad<Verb.Intent<S>> bad) {
            skip(index, bad.why());
        } else {
            packing.add(((Read.Good<Verb.Intent<S>>) intent).value());
        }
    }

    private void skip(int index, Malformed why) {
        packing.skip();
        outcomes.answered(index, why, false);
    }

    /** How many items there are. */
    public int count() {
        return outcomes.count();
    }

    /** The commands. */
    public PackedCommands<S> packed() {
        return packing.packed();
    }

    /** What became of them. */
    public ItemOutcomes outcomes() {
        return outcomes;
    }

    /** An item as it was read by itself, if it was. */
    public Optional<BatchItem> unusual(int item) {
        return Optional.ofNullable(unusual.get(item));
    }

    /** Where the answer to an item stands, as clients read it; empty if nowhere. */
    public String position(int item) {
        int partition = outcomes.partition(item);
        return partition == 0 ? "" : new Position(partition, outcomes.sequence(item)).toString();
    }

    /** Shows the id of a usual item: characters that JSON has as they are. */
    public <E extends Exception> void showId(int item, ItemTexts.Taker<E> taker) throws E {
        texts.show(item, reader.idIndex(), taker);
    }
}
