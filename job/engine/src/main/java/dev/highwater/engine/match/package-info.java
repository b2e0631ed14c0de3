/**
 * Matching text and bytes: wildcards, regular expressions, sets of literals. Knows nothing of SPL.
 */
@NullMarked
package dev.highwater.engine.match;

import org.jspecify.annotations.NullMarked;
