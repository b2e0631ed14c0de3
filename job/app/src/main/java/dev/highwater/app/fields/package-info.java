/** {@code highwater fields}: what the add-ons and data models make of events. */
@NullMarked
package dev.highwater.app.fields;

import org.jspecify.annotations.NullMarked;
