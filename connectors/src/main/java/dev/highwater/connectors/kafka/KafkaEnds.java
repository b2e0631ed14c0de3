package dev.highwater.connectors.kafka;

import dev.highwater.engine.schedule.PartitionEnds;

/** Asks the brokers where partitions end, in a thread of its own (S-2045). */
public final class KafkaEnds implements PartitionEnds {

  private static final long serialVersionUID = 1L;

  private final ClientProperties client;

  public KafkaEnds(ClientProperties client) {
    this.client = client;
  }

  @Override
  public Watch watch() {
    return new EndWatch(client);
  }
}
