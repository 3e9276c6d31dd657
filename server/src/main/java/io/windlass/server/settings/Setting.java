package io.windlass.server.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Everything that can be set, with its default. */
public enum Setting {
    /** The address HTTP listens on. */
    HTTP_HOST("127.0.0.1"),
    /** The port HTTP listens on, 0 for any free one. */
    HTTP_PORT("8080"),
    /** How many event loops serve HTTP; 0 for one less than there are processors, at least one. */
    HTTP_LOOPS("0"),
    /** Who may call, a list of what {@code --new-key} prints; without it everybody, from here. */
    HTTP_KEYS(""),
    /** How many requests a second each key may send, and all callers without one; 0: no limit. */
    HTTP_RATE("0"),
    /** How many of them at once after a rest; 0: as many as in a second. */
    HTTP_BURST("0"),
    /** The certificate chain for TLS, a PEM file; empty for plain HTTP. */
    HTTP_TLS_CERTIFICATE(""),
    /** The private key of the certificate, a PEM file. */
    HTTP_TLS_KEY(""),
    /** The largest body of a single request in bytes. */
    HTTP_BODY_BYTES("65536"),
    /** All bodies together that come in several pieces, in bytes. */
    HTTP_BODIES_BYTES("268435456"),
    /** How long a body may take, with a second more for each KiB that came. */
    HTTP_BODY_SECONDS("20"),
    /** All header fields of a request together, in bytes. */
    HTTP_HEADER_BYTES("16384"),
    /** How long the header fields of a connection's first request may take. */
    HTTP_HEADER_SECONDS("5"),
    /** The longest request line in bytes. */
    HTTP_LINE_BYTES("8192"),
    /** How long a connection may be open without traffic or a request. */
    HTTP_IDLE_SECONDS("60"),
    /** How many connections may be open at once. */
    HTTP_CONNECTIONS("10000"),
    /** How many of them one client address may have open. */
    HTTP_ADDRESS_CONNECTIONS("5000"),
    /** The largest message of a WebSocket in bytes. */
    HTTP_STREAM_BYTES("69632"),
    /** How many requests of a WebSocket may be in flight. */
    HTTP_STREAM_REQUESTS("256"),
    /** How many bytes may wait for the client of a WebSocket. */
    HTTP_STREAM_QUEUE("262144"),
    /** How long they may wait before the WebSocket is closed. */
    HTTP_STREAM_SECONDS("10"),
    /** The port of the binary protocol, 0 for any free one; its host and TLS are those of HTTP. */
    BINARY_PORT("7070"),
    /** How many commands and calls a connection of it may have in flight. */
    BINARY_CREDIT("32768"),
    /** The port of the Redis protocol, 0 for none; without effect until there is one. */
    RESP_PORT("0"),
    /** Where everything is kept. */
    DATA_DIR("./data"),
    /** The name of this node among its peers. */
    NODE_ID("1"),
    /** Partitions of the group of wallet, payment and hotel; fixed at the first start. */
    GROUPS_MONEY_PARTITIONS("1"),
    /** Partitions of the group of leaderboards and places; without effect until there is one. */
    GROUPS_LIVE_PARTITIONS("1"),
    /** How many commands may wait for their answers, for each partition. */
    INBOX_COMMANDS("32768"),
    /** The size of a log segment in bytes, at least 1 MiB. */
    LOG_SEGMENT_BYTES("268435456"),
    /** How many bytes of events lie between two state snapshots of a partition at most. */
    SNAPSHOT_BYTES("268435456"),
    /** How many events lie between two state snapshots of a partition at most. */
    SNAPSHOT_EVENTS("2000000"),
    /** How many of a partition's newest transaction ids stay in memory. */
    IDS_HOT("4000000"),
    /** How many older ones a file takes. */
    IDS_SEALED("1000000"),
    /** Memory for the tables of all partitions in bytes; 0 for half of the largest heap. */
    MEMORY_TABLES("0");

    private static final String VARIABLE_PREFIX = "WINDLASS_";

    private final String defaultValue;

    Setting(String defaultValue) {
        this.defaultValue = defaultValue;
    }

    /** The value if nobody sets another. */
    public String defaultValue() {
        return defaultValue;
    }

    /** The path in the YAML file, for example {@code http.port}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** The environment variable, for example {@code WINDLASS_HTTP_PORT}. */
    public String variable() {
        return VARIABLE_PREFIX + name();
    }

    /** Whether the value is kept out of everything that is printed. */
    public boolean isHidden() {
        return this == HTTP_KEYS;
    }

    /** The setting with this key. */
    public static Optional<Setting> ofKey(String key) {
        return Arrays.stream(values()).filter(setting -> setting.key().equals(key)).findFirst();
    }

    /** The setting of this environment variable. */
    public static Optional<Setting> ofVariable(String variable) {
        return Arrays.stream(values())
                .filter(setting -> setting.variable().equals(variable))
                .findFirst();
    }
}
