package dev.highwater.app.live;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A broker in a JVM of its own, as deploy/bin/kafka starts it. */
final class TrialBroker {

  private static final Path SCRIPT = Path.of("..", "..", "deploy", "bin", "kafka");
  private static final String LOGIN = "org.apache.kafka.common.security.plain.PlainLoginModule";

  /** Partitions in an order. */
  static final Comparator<TopicPartition> BY_NAME = Comparator.comparing(TopicPartition::toString);

  /** The one that opens the locked door. */
  static final String PASSWORD = "open-sesame";

  private final Path directory;
  private final int port;
  private final int tlsPort;
  private final int lockedPort;
  private final TrialKeys keys;

  private TrialBroker(Path directory, TrialKeys keys) throws IOException {
    this.directory = directory;
    this.keys = keys;
    this.port = freePort();
    this.tlsPort = freePort();
    this.lockedPort = freePort();
  }

  static TrialBroker start(Path directory) throws IOException, InterruptedException {
    Path absolute = Files.createDirectories(directory.toAbsolutePath());
    TrialBroker broker = new TrialBroker(absolute, TrialKeys.make(absolute));
    broker.addDoors();
    broker.run("start");
    return broker;
  }

  /** A port above which the next one is free, too, as it is most probably. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** A door with TLS, and one with TLS for those who say the password. */
  private void addDoors() throws IOException {
    String open = "PLAINTEXT://" + address();
    String others = "SSL://" + tlsAddress() + ",SASL_SSL://" + lockedAddress();
    List<String> lines = new ArrayList<>(keys.brokerLines());
    lines.addAll(
        List.of(
            "listeners=" + open + ",CONTROLLER://127.0.0.1:" + (port + 1) + "," + others,
            "advertised.listeners=" + open + "," + others,
            "listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,SSL:SSL,"
                + "SASL_SSL:SASL_SSL",
            "sasl.enabled.mechanisms=PLAIN",
            "listener.name.sasl_ssl.plain.sasl.jaas.config="
                + LOGIN
                + " required user_reader=\""
                + PASSWORD
                + "\";"));
    Files.write(directory.resolve("more.properties"), lines);
  }

  /** Client properties for the locked door, with this password. */
  Path clientProperties(String password) throws IOException {
    List<String> lines = new ArrayList<>(keys.clientLines(TrialKeys.PASSWORD));
    lines.addAll(
        List.of(
            "security.protocol=SASL_SSL",
            "sasl.mechanism=PLAIN",
            "sasl.jaas.config="
                + LOGIN
                + " required username=\"reader\" password=\""
                + password
                + "\";"));
    return Files.write(directory.resolve("client-" + password + ".properties"), lines);
  }

  /** Client properties for the door with TLS, with this password of the store of certificates. */
  Path tlsProperties(String password) throws IOException {
    List<String> lines = new ArrayList<>(keys.clientLines(password));
    lines.add("security.protocol=SSL");
    return Files.write(directory.resolve("tls-" + password + ".properties"), lines);
  }

  /** Client properties for the door with TLS, that trust whom the JVM trusts. */
  Path trustingOthers() throws IOException {
    return Files.writeString(directory.resolve("others.properties"), "security.protocol=SSL\n");
  }

  private void run(String command) throws IOException, InterruptedException {
    Path output = directory.resolve(command + ".out");
    ProcessBuilder script =
        new ProcessBuilder(SCRIPT.toString(), command, directory.resolve("broker").toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    script.environment().put("HIGHWATER_KAFKA_PORT", Integer.toString(port));
    script
        .environment()
        .put("HIGHWATER_KAFKA_PROPERTIES", directory.resolve("more.properties").toString());
    script.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = script.start();
    if (!process.waitFor(3, TimeUnit.MINUTES) || process.exitValue() != 0) {
      throw new IllegalStateException(Files.readString(output, StandardCharsets.UTF_8));
    }
  }

  String address() {
    return "127.0.0.1:" + port;
  }

  /** Where TLS is spoken. */
  String tlsAddress() {
    return "127.0.0.1:" + tlsPort;
  }

  /** Where nobody is let in without the password. */
  String lockedAddress() {
    return "127.0.0.1:" + lockedPort;
  }

  void create(String topic, int partitions) throws InterruptedException, ExecutionException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", address()))) {
      admin
          .createTopics(
              List.of(new NewTopic(topic, Optional.of(partitions), Optional.<Short>empty())))
          .all()
          .get();
    }
  }

  /** Takes away what a partition holds before an offset. */
  void delete(TopicPartition partition, long before)
      throws InterruptedException, ExecutionException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", address()))) {
      admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(before))).all().get();
    }
  }

  /** Sends lines as raw records, to each partition those of it in their order. */
  void send(Map<TopicPartition, List<String>> lines, Map<String, String> headers) {
    Properties settings = client();
    settings.setProperty("linger.ms", "20");
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      lines.forEach(
          (partition, some) -> {
            for (String line : some) {
              ProducerRecord<String, String> record =
                  new ProducerRecord<>(partition.topic(), partition.partition(), null, line);
              headers.forEach(
                  (name, value) ->
                      record
                          .headers()
                          .add(new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8))));
              var unused = producer.send(record);
            }
          });
    }
  }

  /** Sends a value to a partition in a transaction of its own, behind which its mark stands. */
  void sendInTransaction(TopicPartition partition, String value) {
    Properties settings = client();
    settings.setProperty("transactional.id", "trial-" + partition);
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      var unused =
          producer.send(
              new ProducerRecord<>(partition.topic(), partition.partition(), null, value));
      producer.commitTransaction();
    }
  }

  /**
   * The committed values of a topic, read from its beginning until they are enough.
   *
   * @return in the order in which they came; what there was when time was up
   */
  List<String> committed(String topic, Predicate<List<String>> isEnough, Duration patience) {
    Properties settings = client();
    settings.setProperty("isolation.level", "read_committed");
    settings.setProperty("auto.offset.reset", "earliest");
    List<String> values = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      long until = System.nanoTime() + patience.toNanos();
      List<TopicPartition> partitions = partitions(consumer, topic);
      while (partitions.isEmpty() && System.nanoTime() < until) { // it has just been made
        partitions = partitions(consumer, topic);
      }
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (!isEnough.test(values) && System.nanoTime() < until) {
        for (ConsumerRecord<String, String> each : consumer.poll(Duration.ofMillis(200))) {
          values.add(each.value());
        }
      }
    }
    return values;
  }

  private static List<TopicPartition> partitions(
      KafkaConsumer<String, String> consumer, String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(each -> new TopicPartition(topic, each.partition()))
        .sorted(Comparator.comparingInt(TopicPartition::partition))
        .toList();
  }

  /** How many records each partition of a topic has, in their order. */
  List<Long> counts(String topic) {
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(client(), new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions = partitions(consumer, topic);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      return partitions.stream().map(ends::get).toList();
    }
  }

  private Properties client() {
    Properties settings = new Properties();
    settings.setProperty("bootstrap.servers", address());
    return settings;
  }

  void stop() throws IOException, InterruptedException {
    run("stop");
  }
}
