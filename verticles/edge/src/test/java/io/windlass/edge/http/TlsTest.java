package io.windlass.edge.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.windlass.base.client.RawClient;
import io.windlass.edge.access.Callers;
import io.windlass.edge.access.Quota;
import io.windlass.edge.net.TlsFiles;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir Path directory;
    private Pair first;
    private ServerFixture server;

    private record Pair(KeyStore store, X509Certificate certificate) {
        BigInteger number() {
            return certificate.getSerialNumber();
        }
    }

    @BeforeEach
    void start() throws Exception {
        first = make("first");
        write(first, Instant.ofEpochSecond(1));
        HttpSettings plain = HttpSettings.of("127.0.0.1", 0);
        server =
                new ServerFixture(
                        new HttpSettings(
                                plain.address(),
                                Optional.of(
                                        new TlsFiles(
                                                file("cert.pem").toString(),
                                                file("key.pem").toString())),
                                plain.sizes(),
                                plain.times(),
                                plain.stream()),
                        new Callers(List.of(), () -> Quota.UNLIMITED));
    }

    @AfterEach
    void stop() {
        server.close();
        assertEquals(List.of(), server.complaints());
    }

    @Test
    void aClientThatTrustsTheCertificateIsServed() throws Exception {
        for (String protocol : List.of("TLSv1.2", "TLSv1.3")) {
            try (SSLSocket socket = connect(first, protocol)) {
                socket.getOutputStream()
                        .write("GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(UTF_8));
                assertEquals(
                        "HTTP/1.1 200", new String(socket.getInputStream().readNBytes(12), UTF_8));
            }
        }
    }

    @Test
    void olderVersionsAreRefused() {
        assertThrows(SSLHandshakeException.class, () -> connect(first, "TLSv1.1").close());
    }

    @Test
    void plainHttpIsNotServed() throws Exception {
        try (RawClient client = server.connect()) {
            assertThrows(IOException.class, () -> client.get("/health/live").read());
        }
    }

    @Test
    void aNewCertificateIsTakenWithoutARestart() throws Exception {
        Pair second = make("second");
        write(second, Instant.ofEpochSecond(2));
        ServerFixture.await(() -> serves(second));
    }

    private boolean serves(Pair pair) {
        try (SSLSocket socket = connect(pair, "TLSv1.3")) {
            X509Certificate shown = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            return shown.getSerialNumber().equals(pair.number());
        } catch (Exception notYet) {
            return false;
        }
    }

    private SSLSocket connect(Pair trusted, String protocol) throws Exception {
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, PASSWORD);
        store.setCertificateEntry("node", trusted.certificate());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        SSLSocket socket =
                (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", server.port());
        socket.setEnabledProtocols(new String[] {protocol});
        socket.startHandshake();
        return socket;
    }

    private Pair make(String name) throws Exception {
        Path file = file(name + ".p12");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "node",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=" + name,
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                new String(PASSWORD),
                                "-keystore",
                                file.toString())
                        .redirectErrorStream(true)
                        .start();
        process.getInputStream().readAllBytes();
        assertEquals(true, process.waitFor(60, TimeUnit.SECONDS));
        KeyStore store = KeyStore.getInstance(file.toFile(), PASSWORD);
        return new Pair(store, (X509Certificate) store.getCertificate("node"));
    }

    private void write(Pair pair, Instant time) throws Exception {
        write("cert.pem", "CERTIFICATE", pair.certificate().getEncoded(), time);
        write("key.pem", "PRIVATE KEY", pair.store().getKey("node", PASSWORD).getEncoded(), time);
    }

    private void write(String name, String kind, byte[] bytes, Instant time) throws IOException {
        String text =
                "-----BEGIN "
                        + kind
                        + "-----\n"
                        + Base64.getMimeEncoder().encodeToString(bytes)
                        + "\n-----END "
                        + kind
                        + "-----\n";
        Files.writeString(file(name), text);
        Files.setLastModifiedTime(file(name), FileTime.from(time));
    }

    private Path file(String name) {
        return directory.resolve(name);
    }
}
