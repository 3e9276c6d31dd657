package io.windlass.features.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The codes that {@code binary-protocol.md} tells of transfers are those of the wallet. */
class CodesPageTest {
    private static final Pattern ROW = Pattern.compile("\\| (1\\d{3}) \\| ([a-z-]+) \\|.*");

    /** What a transfer, or the name of an account, can be refused for. */
    private static final List<WalletRejection> OF_TRANSFERS =
            List.of(
                    WalletRejection.SOURCE_NOT_FOUND,
                    WalletRejection.DESTINATION_NOT_FOUND,
                    WalletRejection.SOURCE_CLOSED,
                    WalletRejection.SOURCE_FROZEN,
                    WalletRejection.DESTINATION_CLOSED,
                    WalletRejection.DESTINATION_FROZEN,
                    WalletRejection.CURRENCY_MISMATCH,
                    WalletRejection.INSUFFICIENT_FUNDS,
                    WalletRejection.BALANCE_OVERFLOW,
                    WalletRejection.ACCOUNT_NOT_FOUND,
                    WalletRejection.IDEMPOTENCY_MISMATCH);

    @Test
    void thePageTellsEveryCodeOfATransfer() throws IOException {
        Map<Integer, String> codes = new TreeMap<>();
        OF_TRANSFERS.forEach(rejection -> codes.put(rejection.number(), rejection.code()));
        MalformedCodes.all().forEach((code, number) -> codes.put(number, code));
        assertEquals(codes, page());
    }

    private static Map<Integer, String> page() throws IOException {
        Map<Integer, String> rows = new TreeMap<>();
        try (InputStream page = CodesPageTest.class.getResourceAsStream("/binary-protocol.md")) {
            new String(page.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(ROW::matcher)
                    .filter(Matcher::matches)
                    .forEach(row -> rows.put(Integer.valueOf(row.group(1)), row.group(2)));
        }
        return rows;
    }
}
