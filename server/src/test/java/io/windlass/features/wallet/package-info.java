/** What the page of the binary protocol says of the wallet. */
package io.windlass.features.wallet;
