/** Tests of sealed files and their filters. */
package io.windlass.kernel.archive;
