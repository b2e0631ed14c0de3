/** Functions of text. */
@NullMarked
package dev.highwater.engine.function.text;

import org.jspecify.annotations.NullMarked;
