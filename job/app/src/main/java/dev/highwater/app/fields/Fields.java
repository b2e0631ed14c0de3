package dev.highwater.app.fields;

import dev.highwater.app.ExitCode;
import dev.highwater.app.catalog.ContentLoading;
import dev.highwater.app.catalog.LoadedContent;
import dev.highwater.app.options.FieldsOptions;
import dev.highwater.app.options.OutputFormat;
import dev.highwater.app.replay.ReplayInputs;
import dev.highwater.app.terminal.Console;
import dev.highwater.connectors.file.InputFile;
import dev.highwater.connectors.file.RawEventReader;
import dev.highwater.engine.detect.EventDescription;
import dev.highwater.engine.detect.EventDescriptions;
import dev.highwater.engine.detect.Knowledge;
import dev.highwater.engine.detect.RecordTimes;
import dev.highwater.engine.detect.UnparsableEvent;
import dev.highwater.engine.event.RawEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Prints what searches see of the events of some inputs. */
public final class Fields {

  private final FieldsOptions options;
  private final Console console;
  private long number;

  private Fields(FieldsOptions options, Console console) {
    this.options = options;
    this.console = console;
  }

  /** Prints each event, or the one that is asked for; a failure when there is none. */
  public static ExitCode print(FieldsOptions options, Console console) throws IOException {
    Optional<LoadedContent> content =
        ContentLoading.load(options.content(), List.of(), console.err());
    ReplayInputs inputs =
        ReplayInputs.resolve(
            options.inputs(), options.overrides(), options.content(), console.err());
    if (content.isEmpty() || inputs.hasErrors()) {
      return ExitCode.FAILED;
    }
    Knowledge knowledge = Knowledge.of(content.get().pack(), options.content().zone());
    return new Fields(options, console).print(inputs.files(), new EventDescriptions(knowledge));
  }

  private ExitCode print(List<InputFile> files, EventDescriptions descriptions) throws IOException {
    boolean isFound = false;
    for (InputFile file : files) {
      try (RawEventReader records = RawEventReader.open(file)) {
        while (records.hasNext() && !(isFound && options.event() > 0)) {
          RawEvent raw = records.next();
          number++;
          if (options.event() == 0 || options.event() == number) {
            print(raw, descriptions.of(raw));
            isFound = true;
          }
        }
      }
    }
    console.out().flush();
    if (!isFound) {
      console.err().println("Cannot print event: the inputs have " + number);
    }
    return isFound ? ExitCode.DONE : ExitCode.FAILED;
  }

  private void print(RawEvent raw, EventDescription event) {
    UnparsableEvent.Reason fault = RecordTimes.fault(raw, event.timeMillis());
    if (options.content().format() == OutputFormat.JSON) {
      byte[] line = EventJson.line(event, fault, options.explains());
      console.out().print(new String(line, StandardCharsets.UTF_8));
    } else {
      EventSheet.print(number, raw, event, fault, console);
    }
  }
}
