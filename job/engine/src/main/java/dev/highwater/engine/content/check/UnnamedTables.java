package dev.highwater.engine.content.check;

import dev.highwater.engine.content.ContentFile;
import dev.highwater.engine.content.ContentSources;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplSources;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables in the folder of lookups that no lookup names. Rule S-2030. */
final class UnnamedTables {

  private UnnamedTables() {}

  static Stream<Diagnostic> of(ContentSources sources) {
    Set<String> named =
        sources.files().stream()
            .filter(file -> file.isOf(ContentFile.LOOKUPS))
            .flatMap(file -> tables(file).map(table -> file.folder() + "lookups/" + table))
            .collect(Collectors.toSet());
    return sources.tables().stream()
        .filter(table -> !named.contains(table))
        .map(
            table ->
                Diagnostic.error(
                        new SourceSpan(SplSources.of(table, ""), 0, 0), "no lookup names the table")
                    .withRule("S-2030"));
  }

  private static Stream<String> tables(ContentFile file) {
    return Stream.of(file.root().textOr("filename", ""), file.root().textOr("name", "") + ".csv");
  }
}
