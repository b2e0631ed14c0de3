package dev.highwater.engine.spl;

/**
 * One command of a pipeline, its arguments not yet read.
 *
 * @param span from the name to the end of the arguments
 * @param name as a key: lower case; {@code search} for the implied first command
 * @param nameSpan where the name is written; empty for the implied search
 * @param arguments the text behind the name, up to the next pipe
 */
public record CommandCall(
    SourceSpan span, String name, SourceSpan nameSpan, SourceSpan arguments) {}
