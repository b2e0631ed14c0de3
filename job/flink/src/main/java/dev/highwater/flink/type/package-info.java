/** Flink types of the records and the state: own serializers, no reflection. */
@NullMarked
package dev.highwater.flink.type;

import org.jspecify.annotations.NullMarked;
