package dev.highwater.app.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A directory of content: detections that count files of a path, each by host and name. */
record TrialContent(Path directory) {

  /** With a deployment: every ten minutes over the last twenty. */
  static TrialContent in(Path directory) {
    TrialContent content = new TrialContent(directory);
    content.write(
        "deployments/all.yml",
        "name: D\ntype: TTP\nscheduling:"
            + " {cron_schedule: '*/10 * * * *', earliest_time: -20m@m, latest_time: now}\n"
            + "alert_action: {rba: {enabled: false}}\n");
    return content;
  }

  /**
   * Writes a detection.
   *
   * @param path of its files, with wildcards
   */
  TrialContent detection(String name, String path) {
    return detection(
        name,
        path,
        "| tstats count from datamodel=Endpoint.Filesystem where Filesystem.file_path=\""
            + path
            + "\" by Filesystem.dest Filesystem.file_name");
  }

  /** Writes a detection with a search of its own. */
  TrialContent detection(String name, String description, String search) {
    return write(
        "detections/" + name + ".yml",
        "name: "
            + name
            + "\nid: "
            + name
            + "\nversion: 1\ntype: TTP\nstatus: production\ndescription: '"
            + description
            + "'\nsearch: '"
            + search
            + "'\n");
  }

  TrialContent write(String path, String text) {
    try {
      Path file = directory.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text, StandardCharsets.UTF_8);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
