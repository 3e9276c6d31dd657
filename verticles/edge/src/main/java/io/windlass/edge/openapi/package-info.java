/**
 * The public interface as an OpenAPI 3.1 document (spec.openapis.org/oas/v3.1.0), made from the
 * table of endpoints: whatever a feature declares is described, nothing is described twice.
 */
package io.windlass.edge.openapi;
