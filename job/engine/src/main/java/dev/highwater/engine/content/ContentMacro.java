package dev.highwater.engine.content;

import dev.highwater.engine.plan.MacroDefinition;

/** A macro and the file that defines it. */
record ContentMacro(MacroDefinition definition, String file) {}
