/** What searches find: result rows with an id that a repeated run gives again. */
@NullMarked
package dev.highwater.engine.finding;

import org.jspecify.annotations.NullMarked;
