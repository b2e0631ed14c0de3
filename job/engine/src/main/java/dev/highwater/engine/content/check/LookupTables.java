package dev.highwater.engine.content.check;

import dev.highwater.engine.content.ContentFile;
import dev.highwater.engine.content.YamlMapping;

/** Where lookups have their rows. Rule S-2030. */
final class LookupTables implements ContentCheck {

  private static final String FILE = "filename";
  private static final String COLLECTION = "collection";
  private static final String TYPE = "lookup_type";
  private static final Vocabulary TYPES = Vocabulary.closed("csv", "kvstore", "mlmodel");

  @Override
  public String rule() {
    return "S-2030";
  }

  @Override
  public void check(ContentFile file, ContentIndex index, Faults faults) {
    if (!file.isOf(ContentFile.LOOKUPS)) {
      return;
    }
    YamlMapping root = file.root();
    String type = root.textOr(TYPE, "");
    if (root.has(TYPE)) {
      TYPES.check(TYPE, type, root.place(TYPE), faults);
    }
    if (root.has(FILE) && root.has(COLLECTION)) {
      faults.error(root, COLLECTION, "a lookup has a 'filename' or a 'collection', not both");
    }
    if ((root.has(COLLECTION) || type.equals("kvstore"))
        && !root.has("fields_list")
        && !root.has("fields")) {
      faults.error(root, "fields", "'fields' must say what the collection holds");
    }
    String table = root.textOr(FILE, type.equals("csv") ? root.textOr("name", "") + ".csv" : "");
    if (table.endsWith(".csv") && !index.hasTable(file, table)) {
      faults.error(root, FILE, "there is no table lookups/" + table);
    }
  }
}
