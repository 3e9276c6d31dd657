package io.windlass.edge.net;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate of a test that signs itself, with its key.
 *
 * @param directory where its files are
 */
public record TestCertificate(Path directory, KeyStore store, X509Certificate certificate) {
    private static final char[] PASSWORD = "changeit".toCharArray();

    /** A new one; its files are not written. */
    public static TestCertificate make(Path directory, String name) throws Exception {
        Path file = directory.resolve(name + ".p12");
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
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("keytool does not end");
        }
        KeyStore store = KeyStore.getInstance(file.toFile(), PASSWORD);
        return new TestCertificate(
                directory, store, (X509Certificate) store.getCertificate("node"));
    }

    /** Where a server finds it. */
    public TlsFiles files() {
        return new TlsFiles(
                directory.resolve("cert.pem").toString(), directory.resolve("key.pem").toString());
    }

    /** Writes its files as if at this time. */
    public TestCertificate write(Instant time) throws Exception {
        write("cert.pem", "CERTIFICATE", certificate.getEncoded(), time);
        write("key.pem", "PRIVATE KEY", store.getKey("node", PASSWORD).getEncoded(), time);
        return this;
    }

    /** Connects to a server of this machine, and trusts this certificate alone. */
    public SSLSocket connect(int port, String protocol) throws Exception {
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, PASSWORD);
        trusted.setCertificateEntry("node", certificate);
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port);
        socket.setEnabledProtocols(new String[] {protocol});
        socket.startHandshake();
        return socket;
    }

    /** Whether a server of this machine shows it. */
    public boolean isShownAt(int port) {
        try (SSLSocket socket = connect(port, "TLSv1.3")) {
            X509Certificate shown = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            return shown.getSerialNumber().equals(certificate.getSerialNumber());
        } catch (Exception notYet) {
            return false;
        }
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
        Files.writeString(directory.resolve(name), text);
        Files.setLastModifiedTime(directory.resolve(name), FileTime.from(time));
    }
}
