/** From text to searches that run. */
@NullMarked
package dev.highwater.engine.compile;

import org.jspecify.annotations.NullMarked;
