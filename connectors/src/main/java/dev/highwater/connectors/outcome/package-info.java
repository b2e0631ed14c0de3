/** Where the outcomes of a job are written. */
@NullMarked
package dev.highwater.connectors.outcome;

import org.jspecify.annotations.NullMarked;
