/**
 * Copies the data directory of a running node as of one moment.
 *
 * <p><em>What the cut is.</em> A moment T, and of each partition all frames up to it: the committed
 * ones that are stamped T or earlier. For partition 1 and 2:
 *
 * <pre>
 *   1   ----f----f------f--|--f----f-->        f  frame, stamped by the node's clock
 *   2   --f----f----f------|-f------->         |  T, not before any frame committed at the start
 * </pre>
 *
 * <p><em>Why a moment and not one partition after the other.</em> What partition q took from
 * partition p must be in p's part of the cut: an event on a channel that q has accepted and p has
 * never sent would be sent again under the same number as another event, and q would drop it. Cut
 * one after the other, p has to be cut after q, and where both send to each other no order will do.
 * A frame of q that takes an event of p is decided after p's frame was committed, so it is stamped
 * later; with it the moment T has p's frame as well. The other way about, sent and not yet taken,
 * is what channels repair: p asks q for the last number and sends again from its log. Shared tables
 * are the same case, with the lowest partition as p: it may be ahead of the others, which are
 * brought up to it at the start, never behind them.
 *
 * <p><em>In which order it is read.</em>
 *
 * <ol>
 *   <li>Of each partition the newest snapshot (first, because the node removes old ones) with the
 *       files of old rows that it stands on, each of them checked, then the replica's record with
 *       its term, then the commit hint. The newest of the three indexes is H: all of them were
 *       committed.
 *   <li>Of each partition the log up to H. T is the newest time in there, of all partitions.
 *   <li>Of each partition the rest up to T, bounded by a commit hint read again: whatever was
 *       decided at or before T had its commit by then.
 *   <li>The commit hint is written as of the last frame copied.
 * </ol>
 *
 * <p>No frame of a later term than the record's is taken: it could not be the newest one of a
 * replica that has not seen its term, and nothing acknowledged before the start is in one.
 */
package io.windlass.kernel.backup;
