package io.windlass.edge.openapi;

/**
 * A kind of problem that an endpoint can answer with.
 *
 * @param status of the response
 * @param code of the problem
 * @param title one line for people
 */
public record Trouble(int status, String code, String title) {}
