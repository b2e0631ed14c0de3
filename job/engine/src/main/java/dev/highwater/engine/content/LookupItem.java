package dev.highwater.engine.content;

import dev.highwater.engine.plan.LookupDefinition;
import dev.highwater.engine.plan.LookupTable;

/**
 * A lookup as a running job carries it.
 *
 * @param name as searches write it: the name in its definition, or that of its file
 * @param contents of {@code definition.name()}
 */
public record LookupItem(String name, LookupDefinition definition, LookupTable contents) {}
