/** Databases that say where addresses are. */
@NullMarked
package dev.highwater.connectors.place;

import org.jspecify.annotations.NullMarked;
