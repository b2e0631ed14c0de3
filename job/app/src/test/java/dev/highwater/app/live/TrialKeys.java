package dev.highwater.app.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A key and a certificate for 127.0.0.1, made for one trial.
 *
 * @param key the store that has both
 * @param trust the store that has the certificate
 */
record TrialKeys(Path key, Path trust) {

  /** Opens both stores. */
  static final String PASSWORD = "sesame-of-stores";

  private static final Path TOOL = Path.of(System.getProperty("java.home"), "bin", "keytool");

  static TrialKeys make(Path directory) throws IOException, InterruptedException {
    TrialKeys keys = new TrialKeys(directory.resolve("key.p12"), directory.resolve("trust.p12"));
    String certificate = directory.resolve("certificate.pem").toString();
    run(
        keys.key,
        List.of("-genkeypair", "-keyalg", "EC", "-dname", "CN=trial", "-ext", "san=ip:127.0.0.1"));
    run(keys.key, List.of("-exportcert", "-file", certificate));
    run(keys.trust, List.of("-importcert", "-noprompt", "-file", certificate));
    return keys;
  }

  private static void run(Path store, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(TOOL.toString()));
    command.addAll(arguments);
    command.addAll(List.of("-alias", "trial", "-keystore", store.toString()));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
    Path output = store.resolveSibling("keytool.out");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
      throw new IllegalStateException(Files.readString(output, StandardCharsets.UTF_8));
    }
  }

  /** How a broker shows the certificate. */
  List<String> brokerLines() {
    return List.of(
        "ssl.keystore.type=PKCS12",
        "ssl.keystore.location=" + key,
        "ssl.keystore.password=" + PASSWORD);
  }

  /** How a client trusts it, with this password of the store. */
  List<String> clientLines(String password) {
    return List.of(
        "ssl.truststore.type=PKCS12",
        "ssl.truststore.location=" + trust,
        "ssl.truststore.password=" + password);
  }
}
