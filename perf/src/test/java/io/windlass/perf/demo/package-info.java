/** The demo's tests; those against a node start one of their own. */
package io.windlass.perf.demo;
