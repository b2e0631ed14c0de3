/** Tests of topics. */
@NullMarked
package dev.highwater.connectors.kafka;

import org.jspecify.annotations.NullMarked;
