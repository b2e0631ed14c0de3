/** Records of Kafka topics to events, outcomes to records, and what brokers are asked. */
@NullMarked
package dev.highwater.connectors.kafka;

import org.jspecify.annotations.NullMarked;
