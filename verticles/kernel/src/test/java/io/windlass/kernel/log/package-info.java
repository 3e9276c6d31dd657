/** The log against a disk that tears, damages and loses what it may. */
package io.windlass.kernel.log;
