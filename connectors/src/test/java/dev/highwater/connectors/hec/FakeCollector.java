package dev.highwater.connectors.hec;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/** A collector on this machine that answers as it is told, and keeps what it took. */
final class FakeCollector implements AutoCloseable {

  static final String TOKEN = "secret-1";

  private static final Pattern NUMBER = Pattern.compile("[0-9]+");

  private static final InetSocketAddress ANY_PORT =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  private final String scheme;
  private final HttpServer server;
  private final List<String> taken = Collections.synchronizedList(new ArrayList<>());
  private final Deque<Integer> failures = new ArrayDeque<>();
  private final Set<Long> forgotten = new HashSet<>();
  private final Set<String> channels = Collections.synchronizedSet(new HashSet<>());
  private long requests;
  private int asked;

  FakeCollector() throws IOException {
    this("http", HttpServer.create(ANY_PORT, 0));
  }

  private FakeCollector(String scheme, HttpServer server) {
    this.scheme = scheme;
    this.server = server;
    server.createContext("/services/collector/event", this::event);
    server.createContext("/services/collector/ack", this::ack);
    server.start();
  }

  HecSettings settings() {
    int port = server.getAddress().getPort();
    return HecSettings.of(URI.create(scheme + "://127.0.0.1:" + port), TOKEN);
  }

  /** One that speaks TLS. */
  static FakeCollector secure(SSLContext context) throws IOException {
    HttpsServer server = HttpsServer.create(ANY_PORT, 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    return new FakeCollector("https", server);
  }

  /** The next requests with events are answered with these states. */
  synchronized FakeCollector failing(Integer... states) {
    failures.addAll(List.of(states));
    return this;
  }

  /** The request of that number is taken, and never safe. */
  synchronized FakeCollector forgetting(long request) {
    forgotten.add(request);
    return this;
  }

  /** The bodies that were taken, in order. */
  List<String> taken() {
    return List.copyOf(taken);
  }

  Set<String> channels() {
    return Set.copyOf(channels);
  }

  synchronized int asked() {
    return asked;
  }

  private synchronized void event(HttpExchange exchange) throws IOException {
    String body = body(exchange);
    Integer failure = failures.poll();
    if (failure != null) {
      answer(exchange, failure, "{\"text\":\"Server is busy\",\"code\":9}");
    } else if (!isLetIn(exchange)) {
      answer(exchange, 403, "{\"text\":\"Invalid token\",\"code\":4}");
    } else {
      taken.add(body);
      answer(exchange, 200, "{\"text\":\"Success\",\"code\":0,\"ackId\":" + requests++ + "}");
    }
  }

  /** What was asked for is safe when it is asked for the second time. */
  private synchronized void ack(HttpExchange exchange) throws IOException {
    List<String> acks = new ArrayList<>();
    for (MatchResult number : NUMBER.matcher(body(exchange)).results().toList()) {
      boolean isSafe = asked > 0 && !forgotten.contains(Long.parseLong(number.group()));
      acks.add("\"" + number.group() + "\":" + isSafe);
    }
    asked++;
    answer(exchange, 200, "{\"acks\":{" + String.join(",", acks) + "}}");
  }

  private boolean isLetIn(HttpExchange exchange) {
    String channel = exchange.getRequestHeaders().getFirst("X-Splunk-Request-Channel");
    channels.add(String.valueOf(channel));
    return ("Splunk " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
  }

  private static String body(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void answer(HttpExchange exchange, int state, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(state, bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
