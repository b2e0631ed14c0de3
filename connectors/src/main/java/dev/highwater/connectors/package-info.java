/** Bytes to engine types and back: files, and what brokers carry. */
@NullMarked
package dev.highwater.connectors;

import org.jspecify.annotations.NullMarked;
