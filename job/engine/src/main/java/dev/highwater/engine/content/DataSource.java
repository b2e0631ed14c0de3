package dev.highwater.engine.content;

/** A kind of events, by the source and sourcetype that they come with. */
public record DataSource(String name, String source, String sourcetype, String file) {}
