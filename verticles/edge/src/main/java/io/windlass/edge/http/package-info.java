/**
 * HTTP/1.1: the protocol that serves every feature's endpoints from the table in which the features
 * declare them, and what a node says of itself.
 *
 * <pre>
 *   request -- PathTrie --> Door -- EndpointDoor --> Exchange: body -- RequestReader --> Service
 *                            |                          reply or trouble -- JsonWriter --> response
 *                            \---- NodePages: health, info, metrics, problems, the front page
 * </pre>
 *
 * <p>vertx-web's router takes {@code :} anywhere in a pattern for a parameter, and our paths end in
 * {@code {id}:verb}; so paths are matched by a trie of our own, and nothing stands between the
 * server and the door. From the request to {@code Service.call} and from the reply to the socket
 * there is no future, no JSON tree, no log line and no regular expression of ours; a response is
 * one write. Only the JSON of large batches is read and written by workers: it would hold the loop
 * up for milliseconds, and the loop may be a partition's own. A {@code ReadBatch} is packed or a
 * list of records, see {@code edge.call}.
 *
 * <p>Every trouble goes through {@link io.windlass.edge.call.Problem}. A connection outlives the
 * trouble of its requests, unless the rest of a body that is too large would have to be read.
 */
package io.windlass.edge.http;
