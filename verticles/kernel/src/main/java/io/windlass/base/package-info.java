/** Things without an opinion, which every other layer may use. */
package io.windlass.base;
