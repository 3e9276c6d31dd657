package io.windlass.features.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.windlass.base.wire.Id128;
import io.windlass.kernel.table.RowChange;
import io.windlass.kernel.table.RowType;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountRowTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 63, 64, 127, 4_095, 4_096, 262_143, 262_144, 1L << 40})
    void postingOnTheRowsIsWhatTheRecordsSay(long version) {
        Account before = anyAccount(version);
        Account after = before.after(before.standing().nextPosted(-77), 4_711);

        assertEquals(
                after.row(),
                changed(AccountRow.ROWS, before.row(), AccountRow.posting(-77, 4_711)));
        RowChange linking = AccountDetail.linking(Skips.levels(version + 1), 4_711);
        assertEquals(after.detail(), changed(AccountDetail.ROWS, before.detail(), linking));
    }

    @Test
    void anAccountIsBothOfItsRows() {
        Account account = anyAccount(1);

        assertEquals(account, Account.of(account.row(), account.detail()));
    }

    /** The row behind a change of its words, which leaves those beside it alone. */
    private static <R> R changed(RowType<R> rows, R before, RowChange change) {
        long[] words = new long[rows.words() + 2];
        rows.write(before, words, 1);
        change.apply(words, 1);
        assertEquals(0, words[0] | words[rows.words() + 1]);
        return rows.read(words, 1);
    }

    private static Account anyAccount(long version) {
        Random random = new Random(version);
        AccountProfile profile =
                new AccountProfile(
                        random.nextLong(),
                        new Id128(random.nextLong(), random.nextLong()),
                        random.nextInt(),
                        random.nextInt(1 << 16),
                        AccountKind.CUSTOMER,
                        random.nextLong(),
                        random.nextLong(),
                        random.nextLong(),
                        random.nextLong());
        Standing standing =
                new Standing(
                        AccountState.FROZEN_CREDIT,
                        random.nextLong(),
                        random.nextLong(),
                        random.nextLong(),
                        random.nextLong(),
                        version);
        Skips skips = new Skips(random.nextLong(), random.nextLong(), random.nextLong());
        return new Account(profile, standing, random.nextLong(), skips);
    }
}
