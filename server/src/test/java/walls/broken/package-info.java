/** A small Windlass in which every class does something forbidden: the walls must find it. */
package walls.broken;
