/**
 * The SPI: what commands, functions and aggregations are made of, and what a compiled search
 * consists of.
 */
@NullMarked
package dev.highwater.engine.plan;

import org.jspecify.annotations.NullMarked;
