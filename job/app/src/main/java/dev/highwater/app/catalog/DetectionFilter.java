package dev.highwater.app.catalog;

import dev.highwater.app.options.ListOptions;
import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.DataSource;
import dev.highwater.engine.content.Detection;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The filters of {@code highwater list}; a detection passes when all that are set hold. */
final class DetectionFilter implements Predicate<Detection> {
  private final ListOptions wanted;
  private final ContentPack content;

  DetectionFilter(ListOptions wanted, ContentPack content) {
    this.wanted = wanted;
    this.content = content;
  }

  @Override
  public boolean test(Detection detection) {
    return isUnsetOr(detection.status()::equalsIgnoreCase, wanted.status())
        && isUnsetOr(technique -> hasTechnique(detection, technique), wanted.technique())
        && isUnsetOr(story -> hasStory(detection, story), wanted.story())
        && isUnsetOr(source -> hasSource(detection, source), wanted.source());
  }

  private static boolean isUnsetOr(Predicate<String> holds, @Nullable String wanted) {
    return wanted == null || holds.test(wanted.strip());
  }

  private static boolean hasTechnique(Detection detection, String technique) {
    String parent = lower(technique) + ".";
    return detection.mitreAttackIds().stream().anyMatch(id -> (lower(id) + ".").startsWith(parent));
  }

  private static boolean hasStory(Detection detection, String story) {
    return detection.analyticStories().stream().anyMatch(story::equalsIgnoreCase);
  }

  private boolean hasSource(Detection detection, String source) {
    String part = lower(source);
    return detection.dataSources().stream()
        .anyMatch(name -> lower(name).contains(part) || isFrom(name, part));
  }

  private boolean isFrom(String dataSource, String part) {
    DataSource source = content.dataSources().get(dataSource);
    return source != null
        && (lower(source.source()).contains(part) || lower(source.sourcetype()).contains(part));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
