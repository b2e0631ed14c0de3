/** Trigonometric and hyperbolic functions; angles in radians. */
@NullMarked
package dev.highwater.engine.function.trigonometry;

import org.jspecify.annotations.NullMarked;
