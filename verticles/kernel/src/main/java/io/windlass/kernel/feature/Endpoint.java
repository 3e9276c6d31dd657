package io.windlass.kernel.feature;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One operation of the public interface, as data: every protocol serves it from this table.
 *
 * @param number that stands for it where paths are too long, unique over all features; never reused
 * @param method GET, PUT or POST
 * @param path literal segments, {@code {name}} and {@code {name}:verb}
 * @param access what a key must be allowed to do: a scope, or one that depends on the request
 * @param summary one line for people
 * @param fields what is read from path, query and body, in the order of validation
 * @param id the field that carries the command's id, if it has one
 * @param verb what to do with the request
 * @param <S> the state of the feature
 */
public record Endpoint<S>(
        int number,
        Method method,
        String path,
        Access access,
        String summary,
        List<Field<?>> fields,
        Optional<Field<String>> id,
        Verb<S> verb) {

    /** HTTP methods in use. */
    public enum Method {
        /** Reads. */
        GET,
        /** Makes or keeps something under a name. */
        PUT,
        /** Does something. */
        POST
    }

    /** What a key may do; by itself the rule that every request needs it. */
    public enum Scope implements Access {
        /** Read anything of its tenant. */
        READ,
        /** Move money, open customer accounts. */
        WRITE,
        /** Report scores. */
        SCORE,
        /** Open other accounts, set limits, freeze, register currencies. */
        OPERATE;

        @Override
        public Scope of(Request request) {
            return this;
        }

        @Override
        public List<Scope> scopes() {
            return List.of(this);
        }

        /** The word in settings and documentation. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
