package dev.highwater.engine.spl;

/**
 * A {@code name=value} among a command's arguments.
 *
 * @param name as the command spells it, however it was written
 * @param nameSpan where the name is written
 * @param value what was given; {@code (a OR b)} or {@code eval(x>1)} as a whole, read on with
 *     {@link SearchExpressionParser} or {@link ExpressionParser}
 */
public record Option(String name, SourceSpan nameSpan, Word value) {}
