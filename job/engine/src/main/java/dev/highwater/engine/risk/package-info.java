/** From findings to risk events: risk objects, threat objects, messages. */
@NullMarked
package dev.highwater.engine.risk;

import org.jspecify.annotations.NullMarked;
