/**
 * The one way to build a system: a feature is a folder that declares its tables, its messages and
 * its endpoints, and speaks four nouns.
 *
 * <pre>
 *   Command --decide(state, moment)--> Outcome --+-- Event --evolve(state)--> rows
 *   (intent)                                     |     \--answer(state)-----> Answer
 *                                                +-- Answer, or an earlier event to answer from
 *   Question --ask(committed state)--> Finding
 *   Survey   --part(frozen cut) for each partition, join--> Answer
 * </pre>
 *
 * <p>Rules read rows by key, the moment they are given and nothing else: no clock, no randomness,
 * no floating point for money, no iteration over hash maps ({@code Map.of} is salted for each
 * process), no locale.
 */
package io.windlass.kernel.feature;
