package dev.highwater.app.options;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every command is asked about its content.
 *
 * @param contentDirectories checkouts of security content, the later one wins; the built-in content
 *     when empty
 * @param macroFile macros that win over those of the content, or null
 * @param lookupDirectory CSV files that take the place of lookups' tables, or null
 * @param placeFile a database that says where addresses are, or null
 * @param apps Splunk apps of the user
 * @param localFile a savedsearches.conf that wins over the schedules of the content, or null
 * @param zone the time zone of the searches
 * @param now the time of a run that no schedule gives, or null for what the command falls back to
 * @param format how results are printed
 * @param quiet whether only errors and asked-for results are printed
 */
public record ContentOptions(
    List<Path> contentDirectories,
    @Nullable Path macroFile,
    @Nullable Path lookupDirectory,
    @Nullable Path placeFile,
    AppOptions apps,
    @Nullable Path localFile,
    ZoneId zone,
    @Nullable Instant now,
    OutputFormat format,
    boolean quiet) {
  public ContentOptions {
    contentDirectories = List.copyOf(contentDirectories);
  }

  /** The same without apps and saved searches of the user. */
  public ContentOptions(
      List<Path> contentDirectories,
      @Nullable Path macroFile,
      @Nullable Path lookupDirectory,
      @Nullable Path placeFile,
      ZoneId zone,
      @Nullable Instant now,
      OutputFormat format,
      boolean quiet) {
    this(
        contentDirectories,
        macroFile,
        lookupDirectory,
        placeFile,
        AppOptions.NONE,
        null,
        zone,
        now,
        format,
        quiet);
  }
}
