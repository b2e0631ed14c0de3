package dev.highwater.engine.content;

import dev.highwater.engine.plan.MacroDefinition;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads the small files of content: macros, lookups, stories, data sources. */
final class PartReaders {

  private static final String LOOKUPS = "lookups/";

  private PartReaders() {}

  /** The macro, null when the file has problems (S-663). */
  static @Nullable ContentMacro macro(YamlFile file, String path) {
    YamlMapping root = file.root();
    if (root == null) {
      return null;
    }
    MacroDefinition macro = macro(root);
    return file.isSound() ? new ContentMacro(macro, path) : null;
  }

  /** What the mapping says of a macro, of use only when the file has no problems. */
  static MacroDefinition macro(YamlMapping mapping) {
    return new MacroDefinition(
        mapping.text("name"),
        mapping.texts("arguments"),
        mapping.source("definition"),
        mapping.flag("iseval", false));
  }

  /** The lookup, null when the file has problems; {@code lookup_type} is the schema of 2025. */
  static @Nullable Lookup lookup(YamlFile file, String path, ContentFolder folder) {
    YamlMapping root = file.root();
    if (root == null) {
      return null;
    }
    String name = root.text("name");
    String type = root.textOr("lookup_type", "");
    boolean isCollection = type.equals("kvstore");
    String implied = type.isEmpty() || isCollection ? "" : name + "." + type;
    String fileName = root.textOr("filename", implied);
    String collection = root.textOr("collection", isCollection ? name : "");
    if (fileName.isEmpty() && collection.isEmpty()) {
      root.problem("filename", "neither 'filename' nor 'collection' says where the table is");
    }
    if (!isInside(fileName, folder)) {
      root.problem(
          "filename",
          "'" + fileName + "' leads out of the content: the table must lie in its lookups/");
    }
    for (String matchType : root.separated("match_type")) {
      if (!MatchTypes.isWellFormed(matchType)) {
        root.problem(
            "match_type",
            "'" + matchType + "' must be WILDCARD(field), CIDR(field) or EXACT(field)");
      }
    }
    Lookup lookup =
        new Lookup(
            name,
            path,
            fileName,
            collection,
            root.separated(root.has("fields_list") ? "fields_list" : "fields"),
            root.separated("match_type"),
            root.textOr("default_match", ""),
            root.optionalInteger("min_matches"),
            root.optionalInteger("max_matches"),
            root.flag("case_sensitive_match", true),
            new LookupTable(folder, LOOKUPS + fileName));
    return file.isSound() ? lookup : null;
  }

  /** Whether the table's file is one of the content's own (S-2090). */
  private static boolean isInside(String fileName, ContentFolder folder) {
    return !fileName.startsWith("/")
        && !fileName.startsWith("\\")
        && !(fileName.length() > 1 && fileName.charAt(1) == ':')
        && folder.holds(LOOKUPS + fileName);
  }

  /** The lookup that a table alone makes: it has the name of its file. */
  static Lookup lookupOfFile(String path, ContentFolder folder) {
    String fileName = path.substring(path.lastIndexOf('/') + 1);
    return new Lookup(
        fileName,
        folder.display() + path,
        fileName,
        "",
        List.of(),
        List.of(),
        "",
        OptionalInt.empty(),
        OptionalInt.empty(),
        true,
        new LookupTable(folder, path));
  }

  static @Nullable Story story(YamlFile file, String path) {
    YamlMapping root = file.root();
    if (root == null) {
      return null;
    }
    Story story =
        new Story(root.text("name"), root.text("id"), root.textOr("description", ""), path);
    return file.isSound() ? story : null;
  }

  static @Nullable DataSource dataSource(YamlFile file, String path) {
    YamlMapping root = file.root();
    if (root == null) {
      return null;
    }
    DataSource source =
        new DataSource(
            root.text("name"), root.textOr("source", ""), root.textOr("sourcetype", ""), path);
    return file.isSound() ? source : null;
  }
}
