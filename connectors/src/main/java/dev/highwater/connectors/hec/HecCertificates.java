package dev.highwater.connectors.hec;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/** Which certificates of collectors are trusted, where it is not the platform that says so. */
public final class HecCertificates {

  private HecCertificates() {}

  /**
   * Reads certificates as {@link HecSettings#trusting} takes them.
   *
   * @throws IOException when the file cannot be read, or holds no certificate in PEM
   */
  public static String read(Path file) throws IOException {
    String pem = Files.readString(file, StandardCharsets.ISO_8859_1);
    try {
      if (certificates(pem).isEmpty()) {
        throw new IOException("there is no certificate in it");
      }
    } catch (CertificateException e) {
      throw new IOException("it is no certificate in PEM", e);
    }
    return pem;
  }

  /**
   * A context that trusts these certificates whatever name they are for, and what they have signed
   * for the collector's name: the certificates that a Splunk makes for itself name no host.
   */
  static SSLContext trusting(String pem) throws IOException {
    try {
      Collection<? extends Certificate> certificates = certificates(pem);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          null,
          new TrustManager[] {new PinnedTrust(Set.copyOf(certificates), issuers(certificates))},
          null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException("Cannot trust the collector's certificates: " + e.getMessage(), e);
    }
  }

  private static Collection<? extends Certificate> certificates(String pem)
      throws CertificateException {
    InputStream in = new ByteArrayInputStream(pem.getBytes(StandardCharsets.ISO_8859_1));
    return CertificateFactory.getInstance("X.509").generateCertificates(in);
  }

  private static X509ExtendedTrustManager issuers(Collection<? extends Certificate> certificates)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    for (Certificate each : certificates) {
      store.setCertificateEntry("trusted-" + store.size(), each);
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    for (TrustManager each : factory.getTrustManagers()) {
      if (each instanceof X509ExtendedTrustManager extended) {
        return extended;
      }
    }
    throw new GeneralSecurityException("the platform tells no names of hosts");
  }
}
