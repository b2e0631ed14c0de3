package dev.highwater.engine.addon;

import java.util.Map;

/** One add-on: the stanzas of its files by name; a file that it does not have is empty. */
public record AddOn(
    String name,
    Map<String, ConfStanza> props,
    Map<String, ConfStanza> transforms,
    Map<String, ConfStanza> eventTypes,
    Map<String, ConfStanza> tags) {}
