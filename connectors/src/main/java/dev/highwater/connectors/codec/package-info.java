/** The lines that are written and read: findings and risk events as JSON. */
@NullMarked
package dev.highwater.connectors.codec;

import org.jspecify.annotations.NullMarked;
