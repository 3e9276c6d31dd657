/** Tests of what measurements are made of; the measurements themselves want an idle machine. */
package io.windlass.perf.bench;
