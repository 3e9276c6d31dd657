/**
 * The binary protocol: frames over TCP, little-endian, many requests in flight on a connection.
 *
 * <pre>
 *   bytes of a socket -- FrameSplitter: FrameCheck --> FrameHeader, payload --> Payload's records
 *                           \---- Breach: what the ERROR frame says before the connection ends
 *   Payload's record -- FrameWriter --> bytes for a socket
 * </pre>
 *
 * <p>A node's side: {@link io.windlass.edge.binary.BinaryVerticle} listens, a Connection has the
 * socket, its bounds and its end, a Session what is said on it:
 *
 * <pre>
 *   Session -- TRANSFERS, RESOLVE --> PackedDoor --> Service   bytes, without an object for each
 *          \-- CALL --> CallDesk --> edge.call --> Service     as by HTTP
 *   Session.Line <-- answers in any order, CREDIT with them
 * </pre>
 *
 * <p>{@code binary-protocol.md} among the resources describes every byte, for those who write a
 * client; a test reads its tables and compares them with what this package writes.
 *
 * <p>Nothing is allocated on the word of a length: what a connection holds are bytes that came, and
 * never more than the longest frame; all ports together have a bound for frames and bodies in
 * pieces. A frame that lies whole in what came from the socket is not copied.
 */
package io.windlass.edge.binary;
