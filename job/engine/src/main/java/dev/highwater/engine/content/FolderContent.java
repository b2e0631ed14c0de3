package dev.highwater.engine.content;

import dev.highwater.engine.spl.Diagnostic;
import java.util.List;

/** What one content folder holds, each list sorted by path. */
record FolderContent(
    List<Detection> detections,
    List<Detection> baselines,
    List<Deployment> deployments,
    List<ContentMacro> macros,
    List<Lookup> lookups,
    List<Story> stories,
    List<DataSource> dataSources,
    List<ContentRiskFactor> riskFactors,
    List<Diagnostic> problems) {

  /** Detections and nothing else. */
  static FolderContent ofDetections(List<Detection> detections, List<Diagnostic> problems) {
    return new FolderContent(
        detections,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        problems);
  }
}
