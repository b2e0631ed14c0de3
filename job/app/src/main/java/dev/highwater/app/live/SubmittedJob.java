package dev.highwater.app.live;

import dev.highwater.app.ExitCode;
import dev.highwater.app.options.LiveOptions;
import org.apache.flink.client.program.ProgramParametrizationException;
import org.apache.flink.streaming.api.environment.LocalStreamEnvironment;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A job that goes to a cluster, as Flink's own client has started this program. */
public final class SubmittedJob {
  private SubmittedJob() {}

  /** Whether Flink's client runs this program. */
  public static boolean isAsked() {
    return !(StreamExecutionEnvironment.getExecutionEnvironment()
        instanceof LocalStreamEnvironment);
  }

  /**
   * Tells the client how the program ended; of faults it says no more than what has been printed.
   *
   * @throws ProgramParametrizationException which the client prints without a trace, to end with 1
   */
  public static void end(int code) {
    if (code != ExitCode.DONE.code()) {
      throw new ProgramParametrizationException("Highwater ended with " + code);
    }
  }

  /**
   * Hands the job over, and waits for its end unless the client is detached.
   *
   * @param environment that the whole job has been added to
   */
  static void run(StreamExecutionEnvironment environment, LiveOptions options) throws Exception {
    environment.execute("highwater live " + options.group());
  }
}
