package io.windlass.kernel.feature;

import java.util.Optional;

/** A request as the edge read it: every field valid for itself. */
public interface Request {
    /** The tenant of the caller's key, 0 without keys. */
    int tenant();

    /** The value of a required field, or of an optional one with a default. */
    <T> T get(Field<T> field);

    /** The value of an optional field. */
    <T> Optional<T> find(Field<T> field);

    /** The newest committed shared table of this type that the edge knows. */
    <T extends SharedTable> T shared(Class<T> type);
}
