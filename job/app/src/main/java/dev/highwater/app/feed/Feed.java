package dev.highwater.app.feed;

import dev.highwater.app.ExitCode;
import dev.highwater.app.catalog.Apps;
import dev.highwater.app.options.FeedOptions;
import dev.highwater.app.replay.ReplayInputs;
import dev.highwater.app.terminal.Console;
import dev.highwater.connectors.file.InputFile;
import dev.highwater.connectors.file.RawEventReader;
import dev.highwater.connectors.kafka.Brokers;
import dev.highwater.connectors.kafka.ClientProperties;
import dev.highwater.connectors.kafka.KafkaFault;
import dev.highwater.connectors.kafka.RecordSender;
import dev.highwater.connectors.kafka.TopicChoice;
import dev.highwater.engine.detect.RecordTimes;
import dev.highwater.engine.event.RawEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sends recorded data to a topic as if it came live. */
public final class Feed {

  private final FeedOptions options;
  private final Console console;

  public Feed(FeedOptions options, Console console) {
    this.options = options;
    this.console = console;
  }

  /**
   * Sends all of it.
   *
   * @return how it ended; every error has been printed
   */
  public ExitCode run() throws IOException, InterruptedException {
    ReplayInputs inputs =
        ReplayInputs.resolve(
            options.inputs(), options.overrides(), options.content(), console.err());
    if (inputs.hasErrors()) {
      return ExitCode.FAILED;
    }
    try {
      ClientProperties client = client();
      try (Brokers brokers = Brokers.open(client)) {
        brokers.partitions(new TopicChoice(List.of(options.topic()), null));
      }
      send(order(inputs), client);
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

  private List<FeedOrder.Fed> order(ReplayInputs inputs) throws IOException {
    List<RawEvent> events = new ArrayList<>();
    for (InputFile file : inputs.files()) {
      try (RawEventReader reader = RawEventReader.open(file)) {
        while (reader.hasNext()) {
          events.add(reader.next().detached());
        }
      }
    }
    RecordTimes times = new RecordTimes(Apps.forReading(options.content()));
    return FeedOrder.of(
        events.iterator(),
        times::timeOf,
        options.disorder().toMillis(),
        options.late(),
        options.seed());
  }

  private void send(List<FeedOrder.Fed> events, ClientProperties client)
      throws KafkaFault, InterruptedException {
    FeedTimes times =
        FeedTimes.of(events, options.speed(), options.isShifted(), System.currentTimeMillis());
    try (RecordSender sender = RecordSender.open(client, options.topic(), options.isDealt())) {
      for (FeedOrder.Fed each : events) {
        long wait = times.sendMillis(each) - System.currentTimeMillis();
        if (wait > 0) {
          Thread.sleep(wait);
        }
        sender.send(each.event(), times.saidMillis(each));
      }
      sender.flush();
    }
    if (!options.content().quiet()) {
      console
          .err()
          .printf(Locale.ROOT, "%,d events sent to topic %s%n", events.size(), options.topic());
    }
  }
}
