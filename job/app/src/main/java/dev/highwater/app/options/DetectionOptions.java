package dev.highwater.app.options;

/**
 * Detections to look at.
 *
 * @param content the content and the shared options
 * @param detection a name, id, file or glob; all that it fits are meant
 */
public record DetectionOptions(ContentOptions content, String detection) {}
