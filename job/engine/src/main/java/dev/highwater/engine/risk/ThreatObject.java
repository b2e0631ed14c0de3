package dev.highwater.engine.risk;

/** A field whose values are the threat's, such as {@code ip_address} or {@code process} (S-672). */
public record ThreatObject(String field, String type) {}
