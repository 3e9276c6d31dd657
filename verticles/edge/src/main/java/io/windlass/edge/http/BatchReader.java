package io.windlass.edge.http;

import io.windlass.edge.call.BatchItem;
import io.windlass.edge.call.ProblemKind;
import io.windlass.edge.call.RequestReader;
import io.windlass.edge.call.Surroundings;
import io.windlass.edge.json.JsonReader;
import io.windlass.edge.json.JsonValues;
import io.windlass.kernel.feature.FieldType;
import io.windlass.kernel.feature.Malformed;
import io.windlass.kernel.feature.Read;
import java.io.IOException;
import java.util.Optional;

/**
 * Reads batches: an object whose one member is a list of items, or a stream of lines with an item
 * each. An item that is wrong is an item all the same. Any thread.
 *
 * @param member the name of the list
 * @param item reads the items
 * @param limits how much is taken
 */
record BatchReader(String member, RequestReader item, BatchLimits limits) {
    /** What takes the items of a body. */
    interface Items {
        /** Reads the object that has begun, which is an item. */
        void add(JsonValues in) throws IOException;

        /** An item that is no object. */
        void add(BatchItem item);

        /** How many there are. */
        int count();
    }

    /** Reads the items of a body; what is wrong with what is around them, if something is. */
    Optional<Malformed> read(byte[] body, Items items) {
        Read<Items> read =
                JsonReader.read(
                        body,
                        in -> {
                            items(in, items);
                            return items;
                        });
        return read instanceof Read.Bad<Items> bad ? Optional.of(bad.why()) : Optional.empty();
    }

    /** The item of a line. */
    BatchItem line(Surroundings around, byte[] line) {
        Read<BatchItem> read = JsonReader.read(line, in -> item.item(around, in));
        return read instanceof Read.Bad<BatchItem> bad
                ? bad(bad.why())
                : ((Read.Good<BatchItem>) read).value();
    }

    /** The item of a line that is too long to be read. */
    BatchItem longLine() {
        String detail = "a line may have " + limits.lineBytesMax() + " bytes";
        return bad(new Malformed(ProblemKind.LINE_TOO_LARGE, "", detail));
    }

    /** What stands for all lines that are too many. */
    BatchItem lineTooMany() {
        String detail = "a stream may have " + limits.linesMax() + " lines; the rest is not read";
        return bad(new Malformed(ProblemKind.BATCH_TOO_LARGE, "", detail));
    }

    private void items(JsonValues in, Items items) throws IOException {
        boolean isThere = false;
        for (Optional<String> name = in.nextName(); name.isPresent(); name = in.nextName()) {
            if (!name.get().equals(member)) {
                throw new JsonReader.Refused(RequestReader.unknownField(name.get()));
            }
            if (isThere) {
                in.trouble("the member " + member + " is there twice");
            }
            isThere = true;
            elements(in, items);
        }
        if (!isThere) {
            throw invalid(member + " is required");
        }
    }

    private void elements(JsonValues in, Items items) throws IOException {
        if (!in.isArray()) {
            throw invalid(member + " is a list of objects");
        }
        while (in.nextElement()) {
            if (items.count() == limits.itemsMax()) {
                throw new JsonReader.Refused(
                        new Malformed(
                                ProblemKind.BATCH_TOO_LARGE,
                                member,
                                member + " may have " + limits.itemsMax() + " items"));
            }
            if (in.isObject()) {
                items.add(in);
            } else {
                in.value();
                in.takeTrouble();
                items.add(
                        bad(
                                new Malformed(
                                        JsonReader.MALFORMED,
                                        "",
                                        "an item must be a JSON object")));
            }
        }
    }

    private JsonReader.Refused invalid(String detail) {
        return new JsonReader.Refused(new Malformed(FieldType.INVALID_FIELD, member, detail));
    }

    private static BatchItem bad(Malformed why) {
        return new BatchItem(Optional.empty(), new Read.Bad<>(why));
    }
}
