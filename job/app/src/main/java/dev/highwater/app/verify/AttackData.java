package dev.highwater.app.verify;

import dev.highwater.connectors.file.InputFile;
import dev.highwater.connectors.file.InputProblem;
import dev.highwater.connectors.file.InputResolver;
import dev.highwater.connectors.file.OriginSettings;
import dev.highwater.connectors.file.ResolvedInputs;
import dev.highwater.engine.addon.AddOnLibrary;
import dev.highwater.engine.content.DetectionCase;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.verify.TestLog;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The logs that tests name, in checkouts of attack data. */
final class AttackData {

  private final Checkouts checkouts;
  private final AddOnLibrary addOns;
  private final Consumer<RawEvent> progress;
  private final Map<DetectionCase.AttackData, Found> known = new HashMap<>();
  private final Map<String, InputFile> files = new HashMap<>();

  /**
   * What is there of a log.
   *
   * @param logs empty when it is not at hand
   * @param problem why it is not, or why it cannot be read; empty when it can
   * @param isFault whether it is there and cannot be read
   */
  record Found(List<TestLog> logs, String problem, boolean isFault) {}

  /**
   * @param addOns what they say of how files look
   * @param progress is told of each record that is read
   */
  AttackData(Checkouts checkouts, AddOnLibrary addOns, Consumer<RawEvent> progress) {
    this.checkouts = checkouts;
    this.addOns = addOns;
    this.progress = progress;
  }

  /** The logs that an entry of a test names; looked for once. */
  Found find(DetectionCase.AttackData entry) {
    return known.computeIfAbsent(entry, this::look);
  }

  /** Where the records of a log that was found are. */
  InputFile fileOf(TestLog log) {
    return Objects.requireNonNull(files.get(log.input()));
  }

  private Found look(DetectionCase.AttackData entry) {
    Checkouts.Located log = checkouts.locate(entry.data());
    if (log.path() == null) {
      return new Found(List.of(), log.problem(), log.isFault());
    }
    if (entry.arrival().isEmpty()) {
      return open(log.name(), log.path(), entry, null);
    }
    Checkouts.Located arrival = checkouts.locate(entry.arrival());
    return arrival.path() == null
        ? new Found(List.of(), arrival.problem(), arrival.isFault())
        : open(log.name(), log.path(), entry, arrival.path());
  }

  private Found open(
      String name, Path path, DetectionCase.AttackData entry, @Nullable Path arrival) {
    OriginSettings settings =
        new OriginSettings(
            given(entry.host(), OriginSettings.DEFAULT_HOST),
            entry.source(),
            entry.sourcetype(),
            given(entry.index(), OriginSettings.DEFAULT_INDEX));
    ResolvedInputs inputs =
        new InputResolver(settings, InputStream.nullInputStream(), null, addOns::formatOf)
            .resolve(List.of(path.toString()));
    String input = "%s as %s from %s".formatted(name, entry.sourcetype(), entry.source());
    if (arrival != null) {
      input += " arriving by " + Checkouts.pathOf(entry.arrival());
    }
    List<TestLog> logs = new ArrayList<>();
    for (InputFile file : inputs.files()) {
      InputFile named = file.withInput(logs.isEmpty() ? input : input + " #" + logs.size());
      files.put(named.origin().input(), named);
      logs.add(new AttackDataLog(named, arrival, progress));
    }
    if (!logs.isEmpty()) {
      return new Found(List.copyOf(logs), "", false);
    }
    String problem = inputs.problems().stream().map(InputProblem::message).findFirst().orElse("");
    return new Found(List.of(), problem, true);
  }

  private static String given(String text, String otherwise) {
    return text.isEmpty() ? otherwise : text;
  }
}
