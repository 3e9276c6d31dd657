/**
 * Wrong requests by the thousand, made from the table of endpoints with a seed: whatever a feature
 * declares is sent wrong in every way known here.
 */
package io.windlass.server.fuzz;
