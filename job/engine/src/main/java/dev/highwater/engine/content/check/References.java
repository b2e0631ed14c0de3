package dev.highwater.engine.content.check;

import dev.highwater.engine.content.ContentFile;
import dev.highwater.engine.content.YamlMapping;
import dev.highwater.engine.spl.DidYouMean;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names of stories, data sources, detections and deployments that nothing has. What a search names
 * is found when it is compiled. Rule S-2025.
 */
final class References implements ContentCheck {

  @Override
  public String rule() {
    return "S-2025";
  }

  @Override
  public void check(ContentFile file, ContentIndex index, Faults faults) {
    boolean isDetection = file.isOf(ContentFile.DETECTIONS);
    if (!isDetection && !file.isOf(ContentFile.BASELINES)) {
      return;
    }
    Set<String> stories = index.names(ContentFile.STORIES);
    for (SplSource story : file.grouped().sources("analytic_story")) {
      if (!stories.contains(story.text())) {
        faults.error(span(story), "unknown story '" + story.text() + "'", hint(story, stories));
      }
    }
    if (isDetection) {
      warnOfUnknown(file.root(), "data_source", ContentFile.DATA_SOURCES, index, faults);
    } else {
      warnOfUnknown(file.grouped(), "detections", ContentFile.DETECTIONS, index, faults);
    }
    deployment(file.root(), index, faults);
  }

  /** The build lets these pass. Content that has none of a part gets them from elsewhere. */
  private static void warnOfUnknown(
      YamlMapping mapping, String key, String part, ContentIndex index, Faults faults) {
    Set<String> known = index.names(part);
    for (SplSource name : mapping.sources(key)) {
      if (!known.isEmpty() && !known.contains(name.text())) {
        String what = part.substring(0, part.length() - 1).replace('_', ' ');
        faults.warning(span(name), "unknown " + what + " '" + name.text() + "'", hint(name, known));
      }
    }
  }

  private static void deployment(YamlMapping root, ContentIndex index, Faults faults) {
    String type = root.textOr("type", "");
    Set<String> types = index.deploymentTypes();
    if (!types.isEmpty() && !type.isEmpty() && !types.contains(type) && !root.has("deployment")) {
      faults.error(root, "type", "no deployment is for the type '" + type + "'");
    }
  }

  private static SourceSpan span(SplSource name) {
    return new SourceSpan(name, 0, name.text().length());
  }

  private static @Nullable String hint(SplSource name, Set<String> known) {
    String nearest = DidYouMean.nearest(name.text(), known);
    return nearest == null ? null : "Did you mean '" + nearest + "'?";
  }
}
