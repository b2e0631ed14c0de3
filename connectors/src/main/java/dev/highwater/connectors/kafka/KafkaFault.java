package dev.highwater.connectors.kafka;

/** Why a job cannot begin with these brokers or topics, in words for the user. */
public final class KafkaFault extends Exception {

  private static final long serialVersionUID = 1L;

  public KafkaFault(String message) {
    super(message);
  }
}
