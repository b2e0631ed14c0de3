package dev.highwater.connectors.codec;

import dev.highwater.engine.risk.Notable;
import java.util.List;
import java.util.Locale;

/** Notables as lines of JSON. */
public final class NotableJson {

  private NotableJson() {}

  /**
   * One object and a line feed, in UTF-8. Lists are arrays even when they hold one value or none;
   * {@code info_max_time} is absent where the window has no end.
   */
  public static byte[] line(Notable notable) {
    List<JsonLine.Body> drilldowns =
        notable.drilldowns().stream()
            .<JsonLine.Body>map(
                each ->
                    line ->
                        line.text("name", each.name())
                            .text("search", each.search())
                            .text("earliest", each.earliest())
                            .text("latest", each.latest()))
            .toList();
    List<JsonLine.Body> entities =
        notable.entities().stream()
            .<JsonLine.Body>map(
                each ->
                    line ->
                        line.text("entity", each.name())
                            .text("type", each.type())
                            .text("priority", each.priority().text()))
            .toList();
    return JsonLine.of(
        line -> {
          line.text("notable_id", notable.notableId())
              .text("finding_id", notable.findingId())
              .text("status", notable.status().name().toLowerCase(Locale.ROOT))
              .number("revision", notable.revision())
              .time("_time", notable.timeMillis())
              .text("search_name", notable.searchName())
              .text("source", notable.searchName())
              .text("rule_name", notable.searchName())
              .text("rule_title", notable.title())
              .text("rule_description", notable.description())
              .text("security_domain", notable.securityDomain())
              .text("severity", notable.severity().text())
              .text("urgency", notable.urgency().text())
              .objects("entities", entities)
              .objects("drilldown_searches", drilldowns);
          AnnotationsJson.write(line, notable.annotations());
          line.time("info_min_time", notable.infoMinMillis())
              .time("info_max_time", notable.infoMaxMillis())
              .row("row", notable.row());
        });
  }
}
