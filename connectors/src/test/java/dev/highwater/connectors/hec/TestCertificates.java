package dev.highwater.connectors.hec;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Objects;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * The keys and certificates among the tests' resources, made by {@code make.sh} there: {@code own}
 * is for this machine and has signed itself, {@code splunk} has, too, and names no host, {@code
 * here} and {@code elsewhere} are signed by {@code issuer}, the one for this machine.
 */
final class TestCertificates {

  private static final char[] PASSWORD = "changeit".toCharArray();

  private TestCertificates() {}

  /** A certificate, in PEM. */
  static Path pem(String name) throws URISyntaxException {
    return Path.of(
        Objects.requireNonNull(TestCertificates.class.getResource("/tls/" + name + ".pem"))
            .toURI());
  }

  /** What a server shows who has the key of that name. */
  static SSLContext server(String name) throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = TestCertificates.class.getResourceAsStream("/tls/" + name + ".p12")) {
      keys.load(in, PASSWORD);
    }
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return context;
  }
}
