/** What must always hold: a broken invariant is a bug, the only trouble that is an exception. */
package io.windlass.base.check;
