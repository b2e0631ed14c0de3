/** The language: text to immutable trees with positions. Knows no command and no function. */
@NullMarked
package dev.highwater.engine.spl;

import org.jspecify.annotations.NullMarked;
