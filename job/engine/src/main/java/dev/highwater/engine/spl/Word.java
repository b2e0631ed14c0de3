package dev.highwater.engine.spl;

/**
 * A bare word or a quoted string among a command's arguments.
 *
 * @param span with the quotes
 * @param text what it says: without the quotes, their escapes resolved (S-123)
 * @param quoted whether it stood in quotes, double or single
 */
public record Word(SourceSpan span, String text, boolean quoted) {}
