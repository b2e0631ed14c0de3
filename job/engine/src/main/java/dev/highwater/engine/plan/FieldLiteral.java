package dev.highwater.engine.plan;

/**
 * A field must hold a text.
 *
 * @param literal ASCII, lower case, at least one character; case does not count
 */
public record FieldLiteral(String field, String literal) {}
