package io.windlass.features.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.windlass.base.wire.Id128;
import io.windlass.base.wire.Sink;
import io.windlass.base.wire.Source;
import io.windlass.kernel.feature.Endpoint;
import io.windlass.kernel.feature.Event;
import io.windlass.kernel.feature.MessageType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The bytes of every event as they are in logs; {@code -Dgolden=rewrite} writes the files anew,
 * which is allowed only as long as nobody has such a log.
 */
class WalletLayoutTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/wallet");
    private static final TransactionId UUID =
            new TransactionId(new Id128(0x0102030405060708L, 0x090a0b0c0d0e0f10L), "");
    private static final Skips LINKS = new Skips(0x40, 0x41, 0x42);

    @TestFactory
    Stream<DynamicTest> eventsKeepTheirBytes() {
        return samples().entrySet().stream()
                .map(
                        sample ->
                                DynamicTest.dynamicTest(
                                        sample.getKey(),
                                        () -> compare(sample.getKey(), sample.getValue())));
    }

    @Test
    void everyEventHasASample() {
        List<Integer> declared =
                WalletEvent.TYPES.stream().map(MessageType::number).sorted().toList();
        assertEquals(
                declared,
                samples().values().stream().map(Event::type).distinct().sorted().toList());
    }

    @Test
    void transferredOfPlainUuidsHas88Bytes() {
        assertEquals(88, bytes(samples().get("Transferred")).length);
    }

    @Test
    void numbersAndCodesAreForEver() throws IOException {
        Map<Integer, String> numbers = new TreeMap<>();
        WalletCommand.TYPES.forEach(type -> numbers.put(type.number(), type.name()));
        WalletEvent.TYPES.forEach(type -> numbers.put(type.number(), type.name()));
        List<String> lines = new ArrayList<>();
        numbers.forEach((number, name) -> lines.add("0x" + hex(number) + " " + name));
        for (WalletRejection rejection : WalletRejection.values()) {
            lines.add(rejection.number() + " " + rejection.code() + " " + rejection.status());
        }
        MalformedCodes.all()
                .forEach((code, number) -> lines.add(number + " " + code + " malformed"));
        for (Endpoint<Wallets> endpoint : WalletEndpoints.ALL) {
            lines.add(endpoint.number() + " " + endpoint.method() + " " + endpoint.path());
        }
        golden("numbers.txt", lines.stream().collect(Collectors.joining("\n", "", "\n")));
    }

    private static Map<String, Event<Wallets>> samples() {
        Standing after = new Standing(AccountState.FROZEN, 0x11, -0x12, 0x13, 0x14, 4_096);
        AccountChange change = new AccountChange(0x21, 0x22, 0x23, after, LINKS.named(2));
        Metadata metadata = new Metadata(new TreeMap<>(Map.of("team", "red", "a", "b")));
        Map<String, Event<Wallets>> samples = new LinkedHashMap<>();
        samples.put(
                "AccountOpened",
                new AccountEvent.AccountOpened(
                        new OpenAccount(7, "alice", 0x99, AccountKind.SYSTEM, 0x55, metadata),
                        0x66));
        samples.put(
                "AccountFrozen",
                new AccountEvent.AccountFrozen(change, Direction.CREDIT, "lost card"));
        samples.put("AccountUnfrozen", new AccountEvent.AccountUnfrozen(change, ""));
        samples.put("AccountClosed", new AccountEvent.AccountClosed(change));
        samples.put("LimitSet", new AccountEvent.LimitSet(change));
        samples.put(
                "Transferred",
                new Transferred(UUID, 7, 0x99, 0x31, 0x32, side(0x33, 0), side(0x34, 0)));
        samples.put(
                "Transferred-tail",
                new Transferred(
                        TransactionId.of("t-1"),
                        7,
                        0x99,
                        0x31,
                        0x32,
                        side(0x33, 1),
                        side(0x34, 3)));
        samples.put(
                "TransferRefused",
                new TransferRefused(
                        UUID,
                        7,
                        0x99,
                        0x31,
                        0x32,
                        WalletRejection.INSUFFICIENT_FUNDS,
                        0x30,
                        new TransferRefused.Party(0x33, ""),
                        new TransferRefused.Party(0x34, "")));
        samples.put(
                "TransferRefused-tail",
                new TransferRefused(
                        TransactionId.of("t-1"),
                        7,
                        0x99,
                        0x31,
                        0x32,
                        WalletRejection.SOURCE_NOT_FOUND,
                        0,
                        new TransferRefused.Party(0, "alice"),
                        new TransferRefused.Party(0, "bob")));
        samples.put(
                "CurrencyRegistered",
                new CurrencyEvent.CurrencyRegistered(2, 165, "POINT", 3, "Point"));
        samples.put("EditionAdopted", new CurrencyEvent.EditionAdopted(1, 1));
        return samples;
    }

    private static Transferred.Side side(long handle, int levels) {
        return new Transferred.Side(handle, handle + 16, handle + 32, levels, LINKS.named(levels));
    }

    private static void compare(String name, Event<Wallets> event) throws IOException {
        byte[] bytes = bytes(event);
        golden(name + "-v1.hex", lines(bytes));
        MessageType<Event<Wallets>> type =
                WalletEvent.TYPES.stream()
                        .filter(one -> one.number() == event.type())
                        .findFirst()
                        .orElseThrow();
        assertEquals(event, type.read(new Source(bytes)));
    }

    private static void golden(String file, String actual) throws IOException {
        Path path = GOLDEN.resolve(file);
        if ("rewrite".equals(System.getProperty("golden"))) {
            Files.writeString(path, actual, StandardCharsets.UTF_8);
        }
        assertEquals(Files.readString(path, StandardCharsets.UTF_8), actual, file);
    }

    private static byte[] bytes(Event<Wallets> event) {
        Sink sink = new Sink(16);
        event.write(sink);
        return sink.toBytes();
    }

    private static String lines(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (int from = 0; from < bytes.length; from += 8) {
            int to = Math.min(from + 8, bytes.length);
            text.append(HexFormat.ofDelimiter(" ").formatHex(bytes, from, to)).append('\n');
        }
        return text.toString();
    }

    private static String hex(int number) {
        return HexFormat.of().withUpperCase().toHexDigits((short) number);
    }
}
