package dev.highwater.engine.event;

import java.io.Serializable;

/**
 * Where records come from, shared by all records of one input.
 *
 * @param input the file, topic or other input that the records were read from, as the user knows it
 * @param host the {@code host} that Splunk would have given the events
 * @param source the {@code source} field; decides {@code [source::...]} stanzas
 * @param sourcetype the {@code sourcetype} field before any search-time rename
 * @param index the {@code index} field, lower case
 */
public record EventOrigin(String input, String host, String source, String sourcetype, String index)
    implements Serializable {}
