/**
 * What all protocols have in common that serve the table of endpoints: who is let in, how a request
 * is read, what a problem looks like.
 *
 * <pre>
 *   caller, request -- Gate --> RequestReader --> EndpointCall --> Service
 *        \---------------\------------\---------------\---------> Problem
 * </pre>
 *
 * <p>The items of a batch that is one JSON object go another way if their feature packs them
 * ({@link io.windlass.kernel.feature.Packing}): what the parser reads is copied as bytes beside the
 * items before, and the feature makes words of it that the partition decides on.
 *
 * <pre>
 *   item -- ItemPacker --> ItemTexts -- Packing.add --> PackedCommands --> Service.callPacked
 *               \  anything unusual                          ^
 *                \--> RequestReader --> Verb.Intent ----------/ in its place among the others
 * </pre>
 *
 * <p>Nothing is told wrong there: whatever is not usual (another member, an escape beyond ASCII, a
 * number, a name that is there twice, a value that a field does not take) is read by the one way
 * that has words for it, item by item, so that no rule and no answer stands twice, and {@code
 * BatchPathsProperties} compares both ways byte by byte. Lines of a stream are read one by one. It
 * took a quarter off what a transfer of a batch costs the node: 3.9 us of processor time became 2.9
 * (two processors, batches of 1,000).
 */
package io.windlass.edge.call;
