package dev.highwater.app.replay;

import dev.highwater.flink.local.EmbeddedCluster;
import java.util.concurrent.CountDownLatch;

/**
 * Until it ends, an interrupt of the process (Ctrl-C) cancels the job, and the process ends only
 * when the job has closed its files.
 */
final class Interruption {

  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook;

  private Interruption(EmbeddedCluster cluster) {
    this.hook =
        new Thread(
            () -> {
              cluster.cancel();
              awaitClose();
            },
            "interruption");
  }

  static Interruption cancelling(EmbeddedCluster cluster) {
    Interruption interruption = new Interruption(cluster);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  private void awaitClose() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The job's files are closed: an interrupt ends the process as usual again. */
  void end() {
    closed.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending: the hook is at work and has just been released.
    }
  }
}
