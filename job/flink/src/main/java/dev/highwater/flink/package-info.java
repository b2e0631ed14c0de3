/** The thin Flink adapter: job graph, operators, serializers. */
@NullMarked
package dev.highwater.flink;

import org.jspecify.annotations.NullMarked;
