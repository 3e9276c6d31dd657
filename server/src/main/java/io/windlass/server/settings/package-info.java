/**
 * What an operator can set: a YAML file, overridden by the environment, overridden by {@code
 * --set}.
 *
 * <p>A key is a path of lower-case words joined by dots ({@code http.port}); its variable is the
 * path in capitals behind {@code WINDLASS_}, with {@code _} for each dot. An unknown key is an
 * error. A list is one text with commas between its values, or a YAML list of plain values.
 */
package io.windlass.server.settings;
