package dev.highwater.app;

import dev.highwater.connectors.codec.JsonLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The DevTools protocol of a browser: commands, each with its answer, and events. */
final class DevTools implements WebSocket.Listener, AutoCloseable {

  private static final int PATIENCE_SECONDS = 90;

  private final StringBuilder message = new StringBuilder();
  private final AtomicInteger last = new AtomicInteger();
  private final Map<String, CompletableFuture<Map<?, ?>>> answers = new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<Map<?, ?>>> firsts = new ConcurrentHashMap<>();
  private final List<Map<?, ?>> events = new CopyOnWriteArrayList<>();
  private final WebSocket socket;
  private @Nullable String session;

  /** Connects to a browser. */
  DevTools(URI address) {
    socket = soon(HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address, this));
  }

  /** All later commands are for a session, such as that of a page. */
  void use(String newSession) {
    session = newSession;
  }

  /**
   * What a command answers.
   *
   * @throws IllegalStateException when the browser refuses it
   */
  Map<?, ?> call(String method, JsonLine.Body parameters) {
    String id = Integer.toString(last.incrementAndGet());
    CompletableFuture<Map<?, ?>> answer = new CompletableFuture<>();
    answers.put(id, answer);
    String text =
        new String(
            JsonLine.of(json -> command(json, id, method, parameters)), StandardCharsets.UTF_8);
    soon(socket.sendText(text, true));
    Map<?, ?> found = soon(answer);
    if (found.containsKey("error")) {
      throw new IllegalStateException(method + " failed: " + found);
    }
    return (Map<?, ?>) JsonTree.of(found, "result");
  }

  private void command(JsonLine json, String id, String method, JsonLine.Body parameters)
      throws IOException {
    json.number("id", Long.parseLong(id)).text("method", method).object("params", parameters);
    if (session != null) {
      json.text("sessionId", session);
    }
  }

  Map<?, ?> call(String method) {
    return call(method, json -> {});
  }

  /** The text that an expression gives in the page. */
  String evaluate(String expression) {
    return evaluateLater("done => done(" + expression + ")");
  }

  /** The text that a function in the page gives away, sooner or later. */
  String evaluateLater(String function) {
    Map<?, ?> answer =
        call(
            "Runtime.evaluate",
            json ->
                json.text("expression", "new Promise(" + function + ").then(String)")
                    .flag("awaitPromise", true));
    if (answer.containsKey("exceptionDetails")) {
      throw new IllegalStateException(function + " failed: " + answer);
    }
    return JsonTree.of((Map<?, ?>) JsonTree.of(answer, "result"), "value").toString();
  }

  /** Waits for the first event of a kind. */
  void await(String event) {
    soon(firsts.computeIfAbsent(event, name -> new CompletableFuture<>()));
  }

  /** What came with the events of a kind so far, in order. */
  List<Map<?, ?>> events(String kind) {
    return events.stream()
        .filter(event -> kind.equals(event.get("method")))
        .<Map<?, ?>>map(event -> (Map<?, ?>) JsonTree.of(event, "params"))
        .toList();
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
    message.append(part);
    if (isLast) {
      receive(message.toString());
      message.setLength(0);
    }
    from.request(1);
    return CompletableFuture.completedStage(null);
  }

  private void receive(String text) {
    Map<String, Object> received;
    try {
      received = JsonTree.object(text);
    } catch (IOException e) {
      throw new UncheckedIOException(text, e);
    }
    Object id = received.get("id");
    CompletableFuture<Map<?, ?>> answer = id == null ? null : answers.remove(id.toString());
    if (answer != null) {
      answer.complete(received);
    } else {
      events.add(received);
      String kind = String.valueOf(received.get("method"));
      firsts.computeIfAbsent(kind, name -> new CompletableFuture<>()).complete(received);
    }
  }

  @Override
  public void close() {
    socket.abort();
  }

  private static <T> T soon(CompletableFuture<T> future) {
    return future.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }
}
