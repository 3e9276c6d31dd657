/**
 * The walls of the code base, held by tests: which layer may know which, what rules may not touch,
 * and how a source file looks. A wall is a value that turns classes or a source into breaches, so
 * that {@link io.windlass.server.walls.WallsAreGuardedTest} can show each of them red.
 */
package io.windlass.server.walls;
