/**
 * What every feature has to keep, checked without its author's help: seeds run a test many times,
 * requests are made from the declared fields alone, and a live run is compared with its replay.
 */
package io.windlass.kernel.feature.contract;
