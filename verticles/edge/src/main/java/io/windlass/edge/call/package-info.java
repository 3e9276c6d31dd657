/**
 * What all protocols have in common that serve the table of endpoints: who is let in, how a request
 * is read, what a problem looks like.
 *
 * <pre>
 *   caller, request -- Gate --> RequestReader --> EndpointCall --> Service
 *        \---------------\------------\---------------\---------> Problem
 * </pre>
 */
package io.windlass.edge.call;
