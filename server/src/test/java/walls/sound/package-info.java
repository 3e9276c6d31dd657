/** A small Windlass in which every class does something allowed: the walls must stay silent. */
package walls.sound;
