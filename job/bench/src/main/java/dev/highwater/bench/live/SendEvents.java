package dev.highwater.bench.live;

import dev.highwater.bench.EventTemplate;
import dev.highwater.bench.LinuxEvents;
import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.ContentReader;
import dev.highwater.engine.detect.DetectionPreparation;
import dev.highwater.engine.detect.DetectionSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends events of Sysmon for Linux of now at a steady rate. A program: {@code SendEvents BROKERS
 * TOPIC RATE SECONDS EVERY LOG TOOLS CONTENT...}. One of {@code EVERY} events starts one of so many
 * tools of deploy/bin/proof-content in turn, or with {@code TOOLS} 0 a program that security
 * content looks for; the others are those of the log of which no detection of the content wants
 * any. Prints, each five seconds and at the end, the epoch second, how many were sent, and how many
 * milliseconds behind the last one was.
 */
public final class SendEvents {

  private static final int RUN_OF_PARTITION = 500;
  private static final long TICK_NANOS = 5_000_000;
  private static final long NANOS = 1_000_000_000L;
  private static final List<Header> HEADERS =
      List.of(
          header("host", "proof"),
          header("source", "Syslog:Linux-Sysmon/Operational"),
          header("sourcetype", "sysmon:linux"),
          header("index", "main"));

  private final String topic;
  private final int rate;
  private final long count;
  private final int every;
  private final List<EventTemplate> ordinary;
  private final List<EventTemplate> matching;
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  private SendEvents(
      String topic,
      int rate,
      int seconds,
      int every,
      List<EventTemplate> ordinary,
      List<EventTemplate> matching) {
    this.topic = topic;
    this.rate = rate;
    this.count = (long) rate * seconds;
    this.every = every;
    this.ordinary = ordinary;
    this.matching = matching;
  }

  /** Prints a line each five seconds. */
  public static void main(String[] arguments) throws IOException {
    List<Path> content = Stream.of(arguments).skip(7).map(Path::of).toList();
    int tools = Integer.parseInt(arguments[6]);
    SendEvents sending =
        new SendEvents(
            arguments[1],
            Integer.parseInt(arguments[2]),
            Integer.parseInt(arguments[3]),
            Integer.parseInt(arguments[4]),
            LinuxEvents.ordinary(detections(ContentReader.read(content)), Path.of(arguments[5])),
            tools == 0 ? LinuxEvents.suspicious() : LinuxEvents.tools(tools));
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            arguments[0],
            "acks",
            "1",
            "linger.ms",
            "50",
            "batch.size",
            Integer.toString(256 << 10),
            "buffer.memory",
            Long.toString(128L << 20),
            "compression.type",
            System.getProperty("compression", "lz4"));
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      sending.run(producer);
    }
  }

  private static DetectionSet detections(ContentPack pack) {
    DetectionPreparation preparation = new DetectionPreparation(pack, ZoneOffset.UTC);
    return DetectionSet.compile(
        preparation.revision(preparation.prepare(pack.detections(), UnaryOperator.identity())),
        ZoneOffset.UTC);
  }

  private void run(KafkaProducer<byte[], byte[]> producer) {
    int partitions = producer.partitionsFor(topic).size();
    long startNanos = System.nanoTime();
    long startMillis = System.currentTimeMillis();
    long toldNanos = startNanos;
    long number = 0;
    while (number < count) {
      long now = System.nanoTime();
      long due = Math.min(count, (now - startNanos) * rate / NANOS + 1);
      long behindNanos = now - startNanos - number * NANOS / rate;
      for (; number < due; number++) {
        int partition = (int) (number / RUN_OF_PARTITION % partitions);
        byte[] event =
            template(number).at(startMillis + number * 1000 / rate, number % 100_000_000);
        send(producer, new ProducerRecord<>(topic, partition, null, null, event, HEADERS));
      }
      if (now - toldNanos >= 5 * NANOS) {
        toldNanos = now;
        tell(number, behindNanos);
      }
      LockSupport.parkNanos(TICK_NANOS);
    }
    producer.flush();
    tell(number, System.nanoTime() - startNanos - number * NANOS / rate);
  }

  private EventTemplate template(long number) {
    return number % every == 0
        ? matching.get((int) (number / every % matching.size()))
        : ordinary.get((int) (number % ordinary.size()));
  }

  private void send(KafkaProducer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]> record) {
    var unused = producer.send(record, (sent, fault) -> failure.compareAndSet(null, fault));
    Exception fault = failure.get();
    if (fault != null) {
      throw new IllegalStateException("Cannot send to topic " + topic, fault);
    }
  }

  private static void tell(long sent, long behindNanos) {
    System.out.println(
        System.currentTimeMillis() / 1000
            + " "
            + sent
            + " "
            + Math.max(0, behindNanos / 1_000_000));
  }

  private static Header header(String name, String value) {
    return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
