package dev.highwater.app.verify;

import dev.highwater.connectors.file.InputFile;
import dev.highwater.connectors.file.InputProblem;
import dev.highwater.connectors.file.InputResolver;
import dev.highwater.connectors.file.LfsPointer;
import dev.highwater.connectors.file.OriginSettings;
import dev.highwater.connectors.file.ResolvedInputs;
import dev.highwater.engine.addon.AddOnLibrary;
import dev.highwater.engine.content.DetectionCase;
import dev.highwater.engine.verify.TestLog;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Local checkouts of attack data. A test names a log by its address, which goes on from the root of
 * a checkout with {@code datasets/...}, or by a path from there. Nothing outside of a checkout is
 * read.
 */
final class AttackData {

  private static final String DATASETS = "datasets/";

  private final List<Path> roots;
  private final AddOnLibrary addOns;
  private final Map<DetectionCase.AttackData, Found> known = new HashMap<>();
  private final Set<String> pointers = new TreeSet<>();
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
   * @param roots checkouts; the first that has a log counts
   * @param addOns what they say of how files look
   */
  AttackData(List<Path> roots, AddOnLibrary addOns) {
    this.addOns = addOns;
    this.roots = roots.stream().map(root -> root.toAbsolutePath().normalize()).toList();
  }

  /** The logs that an entry of a test names; looked for once. */
  Found find(DetectionCase.AttackData entry) {
    return known.computeIfAbsent(entry, this::look);
  }

  /** Where the records of a log that was found are. */
  InputFile fileOf(TestLog log) {
    return Objects.requireNonNull(files.get(log.input()));
  }

  /** Paths inside their checkouts of logs that git has not fetched, in order. */
  Set<String> pointers() {
    return pointers;
  }

  private Found look(DetectionCase.AttackData entry) {
    String name = pathOf(entry.data());
    for (Path root : roots) {
      try {
        Path path = root.resolve(name).normalize();
        if (!path.startsWith(root)) {
          return new Found(List.of(), entry.data() + " leads out of the attack data", true);
        }
        if (Files.isRegularFile(path)) {
          return open(path, name, entry);
        }
      } catch (IOException e) {
        return new Found(List.of(), name + " cannot be read: " + e.getMessage(), true);
      } catch (InvalidPathException e) {
        return new Found(List.of(), entry.data() + " is no path: " + e.getReason(), true);
      }
    }
    return new Found(List.of(), name + " is not there", false);
  }

  private Found open(Path path, String name, DetectionCase.AttackData entry) throws IOException {
    if (LfsPointer.is(path)) {
      pointers.add(name);
      return new Found(List.of(), name + " is not fetched", false);
    }
    OriginSettings settings =
        new OriginSettings(
            given(entry.host(), OriginSettings.DEFAULT_HOST),
            entry.source(),
            entry.sourcetype(),
            given(entry.index(), OriginSettings.DEFAULT_INDEX));
    ResolvedInputs inputs =
        new InputResolver(settings, InputStream.nullInputStream(), null, addOns::formatOf)
            .resolve(List.of(path.toString()));
    List<TestLog> logs = new ArrayList<>();
    for (InputFile file : inputs.files()) {
      String input = "%s as %s from %s".formatted(name, entry.sourcetype(), entry.source());
      InputFile named = file.withInput(logs.isEmpty() ? input : input + " #" + logs.size());
      files.put(named.origin().input(), named);
      logs.add(new AttackDataLog(named));
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

  /** The path in a checkout that an address or a path means. */
  static String pathOf(String data) {
    boolean isAddress = data.startsWith("https://") || data.startsWith("http://");
    String text =
        isAddress ? URLDecoder.decode(data.replace("+", "%2B"), StandardCharsets.UTF_8) : data;
    int datasets = ("/" + text).indexOf("/" + DATASETS);
    return datasets < 0 ? text : text.substring(datasets);
  }
}
