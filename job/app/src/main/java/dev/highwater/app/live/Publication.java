package dev.highwater.app.live;

import dev.highwater.app.ExitCode;
import dev.highwater.app.options.PublishOptions;
import dev.highwater.app.terminal.Console;
import dev.highwater.connectors.kafka.ClientProperties;
import dev.highwater.connectors.kafka.KafkaFault;
import dev.highwater.connectors.published.ContentPublisher;
import dev.highwater.connectors.published.ContentPublisher.Published;
import dev.highwater.connectors.published.ContentTopic;
import dev.highwater.connectors.published.PublishedContent;
import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.ContentReader;
import dev.highwater.engine.spl.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/** Gives content to the jobs that follow a topic. */
public final class Publication {

  private final PublishOptions options;
  private final Console console;

  public Publication(PublishOptions options, Console console) {
    this.options = options;
    this.console = console;
  }

  /**
   * Publishes the content, unless files of it cannot be read.
   *
   * @return how it ended; every error has been printed
   */
  public ExitCode run() throws IOException {
    Path directory = options.directory();
    if (!Files.isDirectory(directory)) {
      console.err().println("Cannot read content: " + directory + " is not a directory");
      return ExitCode.FAILED;
    }
    SortedMap<String, byte[]> files = ContentReader.files(directory);
    if (!isFit(ContentReader.read(directory + "/", files))) {
      return ExitCode.FAILED;
    }
    try {
      ContentTopic topic = new ContentTopic(client(), options.topic());
      long effective =
          options.effective() == null ? Long.MIN_VALUE : options.effective().toEpochMilli();
      report(
          files.size(),
          new ContentPublisher(topic)
              .publish(new PublishedContent(topic + "/", files, effective, options.finishes())));
      return ExitCode.DONE;
    } catch (KafkaFault | IllegalArgumentException fault) {
      console.err().println(fault.getMessage());
      return ExitCode.FAILED;
    }
  }

  private ClientProperties client() throws IOException {
    Path file = options.clientFile();
    return file == null
        ? ClientProperties.of(options.brokers())
        : ClientProperties.read(options.brokers(), file);
  }

  private boolean isFit(ContentPack content) {
    List<Diagnostic> errors =
        content.problems().stream().distinct().filter(each -> !each.isWarning()).toList();
    errors.forEach(each -> console.err().println(each.render()));
    if (!errors.isEmpty() && options.isChecked()) {
      console.err().println("Nothing is published; --unchecked publishes what can be read");
      return false;
    }
    return true;
  }

  private void report(int files, Published published) {
    console
        .err()
        .printf(
            Locale.ROOT,
            "%,d files published to kafka:%s: %,d new or changed, %,d removed%n",
            files,
            options.topic(),
            published.written(),
            published.removed());
  }
}
