package io.windlass.edge.net;

import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.ServerSSLOptions;
import java.util.Set;

/**
 * The files that TLS needs; a change of them is picked up while the server runs.
 *
 * @param certificate path of the certificate chain, PEM
 * @param key path of its private key, PEM (PKCS 8)
 */
public record TlsFiles(String certificate, String key) {
    /** What is older has known weaknesses (RFC 8996). */
    public static final Set<String> PROTOCOLS = Set.of("TLSv1.2", "TLSv1.3");

    /** Both as Vert.x takes them. */
    public PemKeyCertOptions pair() {
        return new PemKeyCertOptions().addCertPath(certificate).addKeyPath(key);
    }

    ServerSSLOptions options() {
        ServerSSLOptions options = new ServerSSLOptions();
        options.setKeyCertOptions(pair());
        options.setEnabledSecureTransportProtocols(PROTOCOLS);
        return options;
    }
}
