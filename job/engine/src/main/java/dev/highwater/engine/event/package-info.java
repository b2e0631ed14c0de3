/** What flows: framed records, events, rows and the values of their fields. */
@NullMarked
package dev.highwater.engine.event;

import org.jspecify.annotations.NullMarked;
