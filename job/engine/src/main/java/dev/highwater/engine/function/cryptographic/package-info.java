/** Digests of texts. */
@NullMarked
package dev.highwater.engine.function.cryptographic;

import org.jspecify.annotations.NullMarked;
