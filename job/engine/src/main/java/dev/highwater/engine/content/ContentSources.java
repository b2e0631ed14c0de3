package dev.highwater.engine.content;

import java.util.List;

/**
 * Content together with the files that it was read from.
 *
 * @param files the YAML files that hold a mapping, in the order of folders, parts and paths
 * @param tables the CSV files of lookups, as messages show them
 */
public record ContentSources(ContentPack pack, List<ContentFile> files, List<String> tables) {
  public ContentSources {
    files = List.copyOf(files);
    tables = List.copyOf(tables);
  }
}
