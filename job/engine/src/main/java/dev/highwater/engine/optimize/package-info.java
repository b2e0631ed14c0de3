/** Rules that change a plan and keep its meaning, and what can be read off a plan. */
@NullMarked
package dev.highwater.engine.optimize;

import org.jspecify.annotations.NullMarked;
