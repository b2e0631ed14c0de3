package dev.highwater.engine.detect;

import dev.highwater.engine.content.ScheduleItem;
import dev.highwater.engine.spl.SplSource;

/**
 * A search that somebody wants to be run once.
 *
 * @param id unlike that of all other searches of the same job
 * @param name for people
 * @param text as written, macros and all
 * @param schedule of one run
 */
public record AdHocSearch(String id, String name, SplSource text, ScheduleItem schedule) {}
