package dev.highwater.connectors.kafka;

import java.io.IOException;
import java.io.Reader;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How clients reach the brokers: addresses, and what a file says of TLS and SASL. Its secrets are
 * not printed.
 */
public final class ClientProperties implements Serializable {

  private static final long serialVersionUID = 1L;

  /** What the job decides itself. */
  private static final Set<String> OURS =
      Set.of(
          "bootstrap.servers",
          "group.id",
          "enable.auto.commit",
          "auto.offset.reset",
          "isolation.level",
          "transactional.id",
          "key.serializer",
          "value.serializer",
          "key.deserializer",
          "value.deserializer");

  private final String brokers;
  private final TreeMap<String, String> values;

  private ClientProperties(String brokers, Map<String, String> values) {
    this.brokers = brokers;
    this.values = new TreeMap<>(values);
  }

  /** Addresses alone, {@code host:port} with commas between them. */
  public static ClientProperties of(String brokers) {
    return new ClientProperties(brokers, Map.of());
  }

  /**
   * Addresses, and a file of Kafka's client properties.
   *
   * @throws IOException when the file cannot be read
   * @throws IllegalArgumentException when it sets what the job decides
   */
  public static ClientProperties read(String brokers, Path file) throws IOException {
    Properties read = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      read.load(reader);
    }
    Set<String> taken = new TreeSet<>(read.stringPropertyNames());
    taken.retainAll(OURS);
    if (!taken.isEmpty()) {
      throw new IllegalArgumentException(
          file + ": " + String.join(", ", taken) + " cannot be set here; the command has options");
    }
    Map<String, String> values = new TreeMap<>();
    read.stringPropertyNames().forEach(name -> values.put(name, read.getProperty(name)));
    return new ClientProperties(brokers, values);
  }

  public String brokers() {
    return brokers;
  }

  /** All of it, for a client; a copy. */
  public Properties forClient() {
    Properties properties = new Properties();
    properties.putAll(values);
    properties.setProperty("bootstrap.servers", brokers);
    return properties;
  }

  /** The addresses and the names of what the file sets. */
  @Override
  public String toString() {
    return values.isEmpty() ? brokers : brokers + " with " + String.join(", ", values.keySet());
  }
}
