package dev.highwater.connectors.hec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;

/** Single requests to a collector, on one channel. Not safe for use by several threads. */
final class HecConnection {

  /** Says that a request has no number to ask about. */
  static final long NO_ACK = -1;

  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final JsonFactory JSON = new JsonFactory();

  private final HecSettings settings;
  private final String channel = UUID.randomUUID().toString();
  private final HttpClient client;

  HecConnection(HecSettings settings) throws IOException {
    this.settings = settings;
    HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(TIMEOUT);
    String certificates = settings.certificates();
    if (certificates != null) {
      builder.sslContext(HecCertificates.trusting(certificates));
    }
    this.client = builder.build();
  }

  /**
   * Sends events.
   *
   * @return the number to ask about, {@link #NO_ACK} for none
   * @throws HecException when the collector refuses
   */
  long send(byte[] events) throws IOException, InterruptedException {
    String answer = post("/services/collector/event", events);
    try (JsonParser parser = JSON.createParser(answer)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.FIELD_NAME && parser.currentName().equals("ackId")) {
          parser.nextToken();
          return parser.getLongValue();
        }
      }
    }
    return NO_ACK;
  }

  /** Which of the requests are safe by now. */
  Set<Long> acknowledged(Set<Long> requests) throws IOException, InterruptedException {
    String numbers = requests.stream().map(String::valueOf).collect(Collectors.joining(","));
    String body = "{\"acks\":[" + numbers + "]}";
    String answer = post("/services/collector/ack", body.getBytes(StandardCharsets.UTF_8));
    Set<Long> safe = new TreeSet<>();
    try (JsonParser parser = JSON.createParser(answer)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.VALUE_TRUE) {
          safe.add(Long.parseLong(parser.currentName()));
        }
      }
    } catch (NumberFormatException e) {
      throw new HecException("the collector's acknowledgement is none: " + answer, true);
    }
    return safe;
  }

  private String post(String path, byte[] body) throws IOException, InterruptedException {
    URI uri = settings.collector().resolve(path + "?channel=" + channel);
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .timeout(TIMEOUT)
            .header("Authorization", "Splunk " + settings.token())
            .header("X-Splunk-Request-Channel", channel)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    HttpResponse<String> response = answer(request);
    int status = response.statusCode();
    if (status != 200) {
      boolean isFinal = status / 100 != 5 && status != 429 && status != 408;
      String said = response.body().strip();
      throw new HecException("the collector answered " + status + ": " + said, isFinal);
    }
    return response.body();
  }

  private HttpResponse<String> answer(HttpRequest request)
      throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    try {
      // The client's own time limit does not end every handshake that fails.
      return answer.get(2 * TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new HecException("the collector does not answer", false);
    } catch (ExecutionException e) {
      throw fault(e.getCause() == null ? e : e.getCause());
    }
  }

  private static IOException fault(Throwable thrown) {
    if (thrown instanceof SSLException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof CertificateException) {
          return new HecException(
              "its certificate is not trusted: "
                  + cause.getMessage()
                  + "; give it, or its issuer's, in a file (--hec-certificates)",
              e);
        }
      }
      return new HecException("there is no talking TLS with it: " + e.getMessage(), e);
    }
    return thrown instanceof IOException e ? e : new IOException(thrown.toString(), thrown);
  }
}
