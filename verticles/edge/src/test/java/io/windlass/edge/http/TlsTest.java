package io.windlass.edge.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.windlass.base.client.RawClient;
import io.windlass.edge.access.Callers;
import io.windlass.edge.access.Quota;
import io.windlass.edge.net.TestCertificate;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
    @TempDir Path directory;
    private TestCertificate first;
    private ServerFixture server;

    @BeforeEach
    void start() throws Exception {
        first = TestCertificate.make(directory, "first").write(Instant.ofEpochSecond(1));
        HttpSettings plain = HttpSettings.of("127.0.0.1", 0);
        server =
                new ServerFixture(
                        new HttpSettings(
                                plain.address(),
                                Optional.of(first.files()),
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
            try (SSLSocket socket = first.connect(server.port(), protocol)) {
                socket.getOutputStream()
                        .write("GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(UTF_8));
                assertEquals(
                        "HTTP/1.1 200", new String(socket.getInputStream().readNBytes(12), UTF_8));
            }
        }
    }

    @Test
    void olderVersionsAreRefused() {
        assertThrows(
                SSLHandshakeException.class, () -> first.connect(server.port(), "TLSv1.1").close());
    }

    @Test
    void plainHttpIsNotServed() throws Exception {
        try (RawClient client = server.connect()) {
            assertThrows(IOException.class, () -> client.get("/health/live").read());
        }
    }

    @Test
    void aNewCertificateIsTakenWithoutARestart() throws Exception {
        TestCertificate second = TestCertificate.make(directory, "second");
        second.write(Instant.ofEpochSecond(2));
        ServerFixture.await(() -> second.isShownAt(server.port()));
    }
}
