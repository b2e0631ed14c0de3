package dev.highwater.connectors.kafka;

import java.io.Serializable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the records of some topics say, and where (S-2042).
 *
 * @param topics which topics; the whole name has to match
 * @param raw the text of the event
 * @param timeUnit of a time that is a number
 */
record TopicMap(
    Pattern topics,
    MappedValue raw,
    @Nullable MappedValue time,
    MappedTime timeUnit,
    @Nullable MappedValue host,
    @Nullable MappedValue source,
    @Nullable MappedValue sourcetype,
    @Nullable MappedValue index)
    implements Serializable {}
