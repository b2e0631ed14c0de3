/** Tests of the serializers. */
@NullMarked
package dev.highwater.flink.type;

import org.jspecify.annotations.NullMarked;
