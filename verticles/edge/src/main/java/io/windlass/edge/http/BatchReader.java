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
import java.util.ArrayList;
import java.util.List;
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
    private static final int USUAL_ITEMS = 1_024;

    /** The items of a body, or what is wrong with what is around them. */
    Read<List<BatchItem>> read(Surroundings around, byte[] body) {
        return JsonReader.read(body, in -> items(around, in));
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

    private List<BatchItem> items(Surroundings around, JsonValues in) throws IOException {
        List<BatchItem> items = new ArrayList<>(USUAL_ITEMS);
        boolean isThere = false;
        for (Optional<String> name = in.nextName(); name.isPresent(); name = in.nextName()) {
            if (!name.get().equals(member)) {
                throw new JsonReader.Refused(RequestReader.unknownField(name.get()));
            }
            if (isThere) {
                in.trouble("the member " + member + " is there twice");
            }
            isThere = true;
            elements(around, in, items);
        }
        if (!isThere) {
            throw invalid(member + " is required");
        }
        return items;
    }

    private void elements(Surroundings around, JsonValues in, List<BatchItem> items)
            throws IOException {
        if (!in.isArray()) {
            throw invalid(member + " is a list of objects");
        }
        while (in.nextElement()) {
            if (items.size() == limits.itemsMax()) {
                throw new JsonReader.Refused(
                        new Malformed(
                                ProblemKind.BATCH_TOO_LARGE,
                                member,
                                member + " may have " + limits.itemsMax() + " items"));
            }
            items.add(element(around, in));
        }
    }

    private BatchItem element(Surroundings around, JsonValues in) throws IOException {
        if (in.isObject()) {
            return item.item(around, in);
        }
        in.value();
        in.takeTrouble();
        return bad(new Malformed(JsonReader.MALFORMED, "", "an item must be a JSON object"));
    }

    private JsonReader.Refused invalid(String detail) {
        return new JsonReader.Refused(new Malformed(FieldType.INVALID_FIELD, member, detail));
    }

    private static BatchItem bad(Malformed why) {
        return new BatchItem(Optional.empty(), new Read.Bad<>(why));
    }
}
