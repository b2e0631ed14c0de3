package dev.highwater.app.options;

/**
 * One detection to look at.
 *
 * @param content the content and the shared options
 * @param detection its name, id or file
 */
public record DetectionOptions(ContentOptions content, String detection) {}
