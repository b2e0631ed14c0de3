package dev.highwater.engine.addon;

/**
 * A lookup that an add-on defines.
 *
 * @param stanza of transforms.conf, with {@code filename} or {@code collection}
 * @param files where its table is
 */
public record AddOnLookup(ConfStanza stanza, AddOn.LookupFiles files) {

  static boolean isLookup(ConfStanza stanza) {
    return stanza.value("filename") != null || stanza.value("collection") != null;
  }
}
