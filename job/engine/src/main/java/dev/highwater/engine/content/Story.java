package dev.highwater.engine.content;

/** An analytic story: what a set of detections is about. */
public record Story(String name, String id, String description, String file) {}
