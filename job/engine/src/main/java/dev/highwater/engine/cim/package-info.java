/** Data models: which events belong to a dataset, and what fields they have there. */
@NullMarked
package dev.highwater.engine.cim;

import org.jspecify.annotations.NullMarked;
