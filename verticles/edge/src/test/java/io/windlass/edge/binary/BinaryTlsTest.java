package io.windlass.edge.binary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.base.client.BinaryClient;
import io.windlass.edge.net.TestCertificate;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The binary port with the certificate of HTTP. */
class BinaryTlsTest {
    @TempDir private Path directory;
    private TestCertificate certificate;
    private BinaryFixture server;

    @BeforeEach
    void start() throws Exception {
        certificate = TestCertificate.make(directory, "first").write(Instant.ofEpochSecond(1));
        server = BinaryFixture.withTls(certificate.files());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theLargestFrameIsServedAndAnErrorIsRead() throws Exception {
        SSLSocket socket = certificate.connect(server.port(), "TLSv1.3");
        try (BinaryClient client = new BinaryClient(socket)) {
            client.hello(server.writer.text()).expect(BinaryClient.HELLO_REPLY);
            byte[] commands = BinaryFixture.commands(BinarySettings.ITEMS_MAX);
            client.send(BinaryClient.TRANSFERS, BinarySettings.ITEMS_MAX, 1, commands);
            assertEquals(
                    BinarySettings.ITEMS_MAX,
                    client.next().expect(BinaryClient.TRANSFERS_REPLY).items());
            client.send(BinaryClient.HELLO, 0, 1, new byte[0]);
            assertEquals(ProtocolError.HELLO_EXPECTED.number(), client.next().error());
            assertTrue(client.hasEnded());
        }
    }

    @Test
    void nothingElseIsServed() throws Exception {
        try (BinaryClient plain = server.connect()) {
            assertThrows(IOException.class, () -> plain.hello(server.writer.text()));
        }
        assertThrows(
                SSLHandshakeException.class,
                () -> certificate.connect(server.port(), "TLSv1.1").close());
    }

    @Test
    void aNewCertificateIsTakenWithoutARestart() throws Exception {
        TestCertificate second = TestCertificate.make(directory, "second");
        second.write(Instant.ofEpochSecond(2));
        BinaryFixture.await(() -> second.isShownAt(server.port()));
    }
}
