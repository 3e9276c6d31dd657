package io.windlass.edge.http;

import io.windlass.base.check.Invariant;
import io.windlass.edge.call.Percent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What stands behind a method and a path.
 *
 * <pre>
 *   /v1/accounts/{id}          a segment is literal text, {name} or {name}:verb
 *   /v1/accounts/{id}/freeze
 *   /v1/counters/{id}:reset    of "family:alice:reset" the id is "family:alice"
 * </pre>
 *
 * <p>Literal text is tried before {@code {name}:verb}, that before {@code {name}}; a branch that
 * leads nowhere, or not for this method, is left for the next. A verb is what stands behind the
 * last {@code :} of the segment as the client wrote it, so an id that ends like a verb can be sent
 * with {@code %3A}. Parameters are percent-decoded after the path was cut at {@code /}.
 *
 * <p>Filled before it is used; then read from any thread.
 *
 * @param <T> what is found
 */
final class PathTrie<T> {
    /** Deeper than any path of ours; bounds the work for a hostile one. */
    private static final int DEPTH_MAX = 32;

    private final Node<T> root = new Node<>();
    private final Map<String, Node<T>> literalPaths = new HashMap<>();

    /** What a look-up came to. */
    sealed interface Match<T> {
        /**
         * It is there.
         *
         * @param target what was added
         * @param values the decoded parameters, in the order of the path
         */
        record Found<T>(T target, List<String> values) implements Match<T> {}

        /** There is no such path. */
        record Absent<T>() implements Match<T> {}

        /** There is the path, for other methods. */
        record OtherMethod<T>(Set<String> allowed) implements Match<T> {}

        /** A segment is not percent-encoded UTF-8. */
        record BadEncoding<T>() implements Match<T> {}
    }

    /** Adds a target; a method and a pattern can be taken once. */
    void add(String method, String pattern, T target) {
        Invariant.hold(pattern.startsWith("/"), "a path begins with a slash: " + pattern);
        Node<T> node = root;
        boolean isLiteral = true;
        for (String segment : pattern.substring(1).split("/", -1)) {
            int end = segment.indexOf('}');
            if (!segment.startsWith("{")) {
                node = node.literals.computeIfAbsent(segment, key -> new Node<>());
            } else if (end == segment.length() - 1) {
                isLiteral = false;
                node = node.parameter();
            } else {
                Invariant.hold(
                        end > 0 && segment.charAt(end + 1) == ':', "a verb needs ':': " + pattern);
                isLiteral = false;
                String verb = segment.substring(end + 2);
                node = node.verbs.computeIfAbsent(verb, key -> new Node<>());
            }
        }
        Invariant.hold(
                node.targets.put(method, target) == null, "declared twice: " + method + pattern);
        if (isLiteral) {
            literalPaths.put(pattern, node);
        }
    }

    /** Finds what stands behind a method and the raw path of a request target. */
    Match<T> find(String method, String path) {
        Node<T> literal = literalPaths.get(path);
        if (literal != null && literal.targets.containsKey(method)) {
            return new Match.Found<>(literal.targets.get(method), List.of());
        }
        if (!path.startsWith("/")) {
            return new Match.Absent<>();
        }
        String[] segments = path.substring(1).split("/", DEPTH_MAX + 1);
        if (segments.length > DEPTH_MAX) {
            return new Match.Absent<>();
        }
        Search<T> search = new Search<>(method, segments);
        if (!search.decode()) {
            return new Match.BadEncoding<>();
        }
        return search.run(root);
    }

    private static final class Node<T> {
        private final Map<String, Node<T>> literals = new HashMap<>();
        private final Map<String, Node<T>> verbs = new HashMap<>();
        private final List<Node<T>> parameters = new ArrayList<>(1);
        private final Map<String, T> targets = new TreeMap<>();

        Node<T> parameter() {
            if (parameters.isEmpty()) {
                parameters.add(new Node<>());
            }
            return parameters.get(0);
        }
    }

    /** One walk down the trie. */
    private static final class Search<T> {
        private final String method;
        private final String[] raw;
        private final String[] decoded;
        private final List<String> values = new ArrayList<>(2);
        private final Set<String> allowed = new TreeSet<>();

        Search(String method, String[] raw) {
            this.method = method;
            this.raw = raw;
            this.decoded = new String[raw.length];
        }

        boolean decode() {
            for (int i = 0; i < raw.length; i++) {
                Optional<String> segment = Percent.decode(raw[i]);
                if (segment.isEmpty()) {
                    return false;
                }
                decoded[i] = segment.get();
            }
            return true;
        }

        Match<T> run(Node<T> root) {
            Optional<T> target = walk(root, 0);
            if (target.isPresent()) {
                return new Match.Found<>(target.get(), values);
            }
            return allowed.isEmpty() ? new Match.Absent<>() : new Match.OtherMethod<>(allowed);
        }

        private Optional<T> walk(Node<T> node, int depth) {
            if (depth == raw.length) {
                allowed.addAll(node.targets.keySet());
                return Optional.ofNullable(node.targets.get(method));
            }
            Node<T> literal = node.literals.get(decoded[depth]);
            Optional<T> found = literal == null ? Optional.empty() : walk(literal, depth + 1);
            if (found.isEmpty() && !node.verbs.isEmpty()) {
                found = walkVerb(node, depth);
            }
            if (found.isEmpty() && !node.parameters.isEmpty() && !raw[depth].isEmpty()) {
                found = walkValue(node.parameters.get(0), depth, decoded[depth]);
            }
            return found;
        }

        private Optional<T> walkVerb(Node<T> node, int depth) {
            int colon = raw[depth].lastIndexOf(':');
            Node<T> verb = colon <= 0 ? null : node.verbs.get(raw[depth].substring(colon + 1));
            if (verb == null) {
                return Optional.empty();
            }
            String value = Percent.decode(raw[depth].substring(0, colon)).orElseThrow();
            return walkValue(verb, depth, value);
        }

        private Optional<T> walkValue(Node<T> next, int depth, String value) {
            int before = values.size();
            values.add(value);
            Optional<T> found = walk(next, depth + 1);
            if (found.isEmpty()) {
                values.subList(before, values.size()).clear();
            }
            return found;
        }
    }
}
