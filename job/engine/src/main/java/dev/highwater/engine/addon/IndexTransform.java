package dev.highwater.engine.addon;

import dev.highwater.engine.match.PcreMatcher;
import dev.highwater.engine.match.PcrePattern;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A transforms.conf stanza that a {@code TRANSFORMS-} names (S-1321): where {@code REGEX} matches
 * what {@code SOURCE_KEY} stands for, {@code DEST_KEY} becomes what {@code FORMAT} says.
 *
 * @param lookahead characters of the source that are looked at
 */
record IndexTransform(
    PcrePattern regex, IndexKey source, IndexKey destination, String format, int lookahead) {

  private static final int USUAL_LOOKAHEAD = 4096;
  private static final Pattern GROUP = Pattern.compile("\\$(\\d+)");

  /** Settings that make a transform do what we cannot. */
  private static final Set<String> REFUSED =
      Set.of("CLONE_SOURCETYPE", "INGEST_EVAL", "STOP_PROCESSING_IF");

  /**
   * Reads the stanza.
   *
   * @param user the setting that names it
   * @throws dev.highwater.engine.spl.SplException when it does what we cannot
   */
  static IndexTransform read(ConfStanza stanza, ConfSetting user) {
    stanza.settings().values().stream()
        .filter(setting -> REFUSED.contains(setting.key()))
        .forEach(
            setting -> {
              throw RegexExtraction.fault(setting, setting.key() + " is not supported");
            });
    ConfSetting regex = needed("REGEX", stanza, user);
    IndexKey destination = key(needed("DEST_KEY", stanza, user));
    ConfSetting source = stanza.settings().get("SOURCE_KEY");
    return new IndexTransform(
        pattern(regex),
        source == null ? IndexKey.RAW : key(source),
        destination,
        needed("FORMAT", stanza, user).value(),
        lookahead(stanza.settings().get("LOOKAHEAD")));
  }

  private static ConfSetting needed(String key, ConfStanza stanza, ConfSetting user) {
    ConfSetting setting = stanza.settings().get(key);
    if (setting == null) {
      throw RegexExtraction.fault(user, "transform '" + stanza.name() + "' has no " + key);
    }
    return setting;
  }

  private static IndexKey key(ConfSetting setting) {
    IndexKey key = IndexKey.named(setting.value());
    if (key == null) {
      throw RegexExtraction.fault(
          setting, setting.key() + " '" + setting.value() + "' is not supported");
    }
    return key;
  }

  private static PcrePattern pattern(ConfSetting setting) {
    try {
      return PcrePattern.compile(setting.value());
    } catch (IllegalArgumentException e) {
      throw RegexExtraction.fault(setting, String.valueOf(e.getMessage()));
    }
  }

  private static int lookahead(@Nullable ConfSetting setting) {
    try {
      return setting == null ? USUAL_LOOKAHEAD : Math.max(0, UsableSettings.number(setting));
    } catch (IllegalArgumentException e) {
      throw RegexExtraction.fault(setting, String.valueOf(e.getMessage()));
    }
  }

  /**
   * Does it to a record.
   *
   * @param tally is told of a match that was given up (S-929)
   */
  void apply(EventDraft draft, Consumer<String> tally) {
    String value = draft.value(source);
    PcreMatcher matcher =
        regex.matcher(value.length() > lookahead ? value.substring(0, lookahead) : value);
    if (matcher.find()) {
      draft.set(destination, filled(matcher, draft.value(destination)));
    }
    matcher.tellLimit(tally);
  }

  /** {@code $0} is what the destination was before. */
  private String filled(PcreMatcher match, String before) {
    return GROUP
        .matcher(format)
        .replaceAll(
            found -> {
              int group = Integer.parseInt(found.group(1));
              String value =
                  group == 0 ? before : group <= match.groupCount() ? match.group(group) : null;
              return value == null ? "" : Matcher.quoteReplacement(value);
            });
  }
}
