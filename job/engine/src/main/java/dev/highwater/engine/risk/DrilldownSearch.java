package dev.highwater.engine.risk;

/**
 * A search that leads on from a notable.
 *
 * @param earliest a time or a relative time; empty if absent
 * @param latest likewise
 */
public record DrilldownSearch(String name, String search, String earliest, String latest) {}
