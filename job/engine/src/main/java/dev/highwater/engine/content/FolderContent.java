package dev.highwater.engine.content;

import dev.highwater.engine.spl.Diagnostic;
import java.util.List;

/** What one content folder holds, each list sorted by path. */
record FolderContent(
    List<Detection> detections,
    List<Deployment> deployments,
    List<ContentMacro> macros,
    List<Lookup> lookups,
    List<Story> stories,
    List<DataSource> dataSources,
    List<Diagnostic> problems) {}
