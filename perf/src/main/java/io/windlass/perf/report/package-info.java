/** Turns the outputs of several rounds of measurements into a page of Markdown and one of HTML. */
package io.windlass.perf.report;
