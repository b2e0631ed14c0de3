package dev.highwater.engine.content.check;

import dev.highwater.engine.content.ContentFile;
import dev.highwater.engine.content.ContentSources;
import dev.highwater.engine.spl.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks whether content is written as its build asks for it, in any of the three schemas. */
public final class ContentValidation {

  private static final Set<String> RULES =
      ContentChecks.ALL.stream().map(ContentCheck::rule).collect(Collectors.toUnmodifiableSet());

  private ContentValidation() {}

  /**
   * All that is wrong with the files: what the checks find, and why files could not be read. Each
   * is said once; in no particular order.
   */
  public static List<Diagnostic> of(ContentSources sources) {
    ContentIndex index = new ContentIndex(sources);
    List<Diagnostic> found =
        Stream.concat(
                sources.files().parallelStream().flatMap(file -> checked(file, index)),
                UnnamedTables.of(sources))
            .toList();
    Set<String> said = found.stream().map(ContentValidation::words).collect(Collectors.toSet());
    List<Diagnostic> all = new ArrayList<>(found);
    Stream.concat(
            sources.files().stream().flatMap(file -> file.root().problems().stream()),
            sources.pack().problems().stream())
        .filter(each -> each.rule() == null || !RULES.contains(each.rule()))
        .filter(each -> said.add(words(each)))
        .forEach(all::add);
    return all;
  }

  private static Stream<Diagnostic> checked(ContentFile file, ContentIndex index) {
    return ContentChecks.ALL.stream().flatMap(check -> found(check, file, index).stream());
  }

  private static List<Diagnostic> found(ContentCheck check, ContentFile file, ContentIndex index) {
    Faults faults = new Faults(check.rule());
    check.check(file, index, faults);
    return faults.found().stream().distinct().toList();
  }

  private static String words(Diagnostic diagnostic) {
    return diagnostic.location().display() + diagnostic.message();
  }
}
