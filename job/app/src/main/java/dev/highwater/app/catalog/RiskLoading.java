package dev.highwater.app.catalog;

import dev.highwater.app.options.RiskOptions;
import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.ContentReader;
import dev.highwater.engine.content.Detection;
import dev.highwater.engine.content.EntityFile;
import dev.highwater.engine.risk.EntityTable;
import dev.highwater.engine.risk.RiskKnowledge;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what weighs on risk as the options ask for it. */
public final class RiskLoading {

  private RiskLoading() {}

  /** The content with the incident rules among what was selected, where they are asked for. */
  public static LoadedContent withRules(LoadedContent content, RiskOptions options) {
    if (!options.incidentRules()) {
      return content;
    }
    ContentPack pack = ContentReader.withIncidentRules(content.pack());
    List<Detection> selected = new ArrayList<>(content.selected());
    pack.detections().stream()
        .filter(each -> !content.pack().detections().contains(each))
        .forEach(selected::add);
    return new LoadedContent(
        pack, selected, content.places(), content.isNamed(), content.overrides());
  }

  /** What is known; empty when a file cannot be read, which has been printed. */
  public static Optional<RiskKnowledge> load(
      ContentPack content, RiskOptions options, PrintWriter err) {
    EntityTable assets = table("assets", options.assets(), EntityFile::assets, err);
    EntityTable identities = table("identities", options.identities(), EntityFile::identities, err);
    return assets == null || identities == null
        ? Optional.empty()
        : Optional.of(new RiskKnowledge(content.riskKnowledge().factors(), assets, identities));
  }

  private static @Nullable EntityTable table(
      String what, @Nullable Path file, Function<String, EntityTable> reader, PrintWriter err) {
    if (file == null) {
      return EntityTable.EMPTY;
    }
    try {
      return reader.apply(Files.readString(file));
    } catch (IOException e) {
      err.println(
          "Cannot read " + what + ": " + (Files.exists(file) ? e : file + " does not exist"));
    } catch (IllegalArgumentException e) {
      err.println("Cannot read " + what + ": " + file + ": " + e.getMessage());
    }
    return null;
  }
}
