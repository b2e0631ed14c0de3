package dev.highwater.engine.content;

import dev.highwater.engine.schedule.CronSchedule;
import dev.highwater.engine.schedule.SearchSchedule;
import dev.highwater.engine.time.RelativeTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When the detections of a type run and what their findings raise (S-415, S-671).
 *
 * @param type type of the detections it is for
 * @param scheduleWindow as written: {@code auto} or minutes; moves the start of a run, never its
 *     scheduled time (S-413)
 * @param raisesRisk whether findings raise risk (S-672)
 * @param notable null where findings raise no notable (S-674)
 * @param file the file that says so, as messages show it
 */
public record Deployment(
    String name,
    String type,
    CronSchedule cron,
    RelativeTime earliest,
    RelativeTime latest,
    String scheduleWindow,
    boolean raisesRisk,
    @Nullable Notable notable,
    String file) {

  /**
   * What a notable says; {@code %field%} is filled from the detection, {@code $field$} from the
   * row.
   */
  public record Notable(String ruleTitle, String ruleDescription, List<String> nesFields) {

    public Notable {
      nesFields = List.copyOf(nesFields);
    }
  }

  public SearchSchedule schedule(ZoneId zone) {
    return new SearchSchedule(cron, earliest, latest, zone);
  }
}
