package dev.highwater.connectors.hec;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highwater.connectors.Raised;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Collectors that speak TLS, and whom to trust of them. Rule S-1924. */
class HecTlsTest {

  @TempDir private static Path directory;

  private final List<Long> pauses = new ArrayList<>();

  /** What a collector with that key has taken from a client that trusts those certificates. */
  private List<String> sent(String store, @Nullable String trusted) throws Exception {
    String pem = trusted == null ? null : HecCertificates.read(TestCertificates.pem(trusted));
    try (FakeCollector collector = FakeCollector.secure(TestCertificates.server(store))) {
      try (HecClient client = new HecClient(collector.settings().trusting(pem), pauses::add)) {
        client.take(Raised.risk("r1"));
        client.take(Raised.notable());
        client.flush();
      } finally {
        assertThat(collector.channels()).hasSize(collector.taken().size());
      }
      return collector.taken();
    }
  }

  @Test
  void sendsToACollectorWhoseCertificateIsGiven() throws Exception {
    assertThat(sent("own", "own")).hasSize(1);
  }

  @Test
  void aCertificateThatIsGivenNeedNotNameTheHost() throws Exception {
    assertThat(sent("splunk", "splunk")).hasSize(1);
  }

  @Test
  void sendsToACollectorWhoseCertificatesIssuerIsGiven() throws Exception {
    assertThat(sent("here", "issuer")).hasSize(1);
  }

  @Test
  void whatAnIssuerHasSignedIsForItsHostOnly() {
    assertThatThrownBy(() -> sent("elsewhere", "issuer"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(
            "its certificate is not trusted: No subject alternative names present");
    assertThat(pauses).isEmpty();
  }

  @Test
  void tellsOfACertificateThatNobodyTrustsAndDoesNotTryAgain() {
    assertThatThrownBy(() -> sent("splunk", null))
        .isInstanceOf(IOException.class)
        .hasMessageMatching(
            "Cannot send events to https://127.0.0.1:[0-9]+: its certificate is not trusted: .*;"
                + " give it, or its issuer's, in a file \\(--hec-certificates\\)");
    assertThat(pauses).isEmpty();
  }

  @Test
  void anotherCertificateDoesNotHelp() {
    assertThatThrownBy(() -> sent("splunk", "own"))
        .hasMessageContaining("its certificate is not trusted");
  }

  @Test
  void tellsOfACollectorThatSpeaksNoTls() throws Exception {
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread answer = new Thread(() -> refuse(plain));
      answer.start();
      URI secure = URI.create("https://127.0.0.1:" + plain.getLocalPort());
      try (HecClient client = new HecClient(HecSettings.of(secure, "t"), pauses::add)) {
        client.take(Raised.risk("r1"));
        assertThatThrownBy(client::flush).hasMessageContaining("there is no talking TLS with it");
      }
      answer.join();
    }
    assertThat(pauses).isEmpty();
  }

  /** As a server does that takes what it hears for a bad request. */
  private static void refuse(ServerSocket server) {
    try (Socket socket = server.accept()) {
      socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void readsNoFileWithoutACertificate() throws IOException {
    Path empty = Files.writeString(directory.resolve("empty.pem"), "");
    Path text = Files.writeString(directory.resolve("text.pem"), "no certificate");

    assertThatThrownBy(() -> HecCertificates.read(empty))
        .hasMessage("there is no certificate in it");
    assertThatThrownBy(() -> HecCertificates.read(text)).hasMessage("it is no certificate in PEM");
  }
}
