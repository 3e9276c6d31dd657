package io.windlass.features.wallet;

import io.windlass.base.check.Invariant;
import io.windlass.base.wire.Hashes;
import io.windlass.base.wire.Id128;
import io.windlass.base.wire.Source;
import io.windlass.kernel.feature.Slots;
import io.windlass.kernel.table.ByteStore;
import io.windlass.kernel.table.Key;
import io.windlass.kernel.table.RowType;
import io.windlass.kernel.table.Rows;
import io.windlass.kernel.table.TableSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The wallets of one partition: what rules ask of its rows and what events do to them. */
final class Wallets {
    static final List<RowType<?>> TABLES =
            List.of(
                    AccountRow.ROWS,
                    AccountDetail.ROWS,
                    AccountName.ROWS,
                    DecidedId.ROWS,
                    Currency.ROWS,
                    Registry.ROWS);

    /** What no account has as its handle: they are counted from 1. */
    private static final long NOBODY = 0;

    private static final String NO_ROW = "an event names an account that has no row";

    private final Rows<AccountRow> accounts;
    private final Rows<AccountDetail> details;
    private final Rows<AccountName> names;
    private final Rows<DecidedId> ids;
    private final Rows<Currency> currencies;
    private final Rows<Registry> registries;
    private final ByteStore bytes;
    private final AccountView debited = AccountView.unset();
    private final AccountView credited = AccountView.unset();

    Wallets(TableSource source) {
        this.accounts = source.rows(AccountRow.ROWS);
        this.details = source.rows(AccountDetail.ROWS);
        this.names = source.rows(AccountName.ROWS);
        this.ids = source.rows(DecidedId.ROWS);
        this.currencies = source.rows(Currency.ROWS);
        this.registries = source.rows(Registry.ROWS);
        this.bytes = source.bytes();
    }

    static Id128 name(int tenant, String accountId) {
        return Hashes.ofTenantText(tenant, accountId);
    }

    Optional<Account> find(Id128 name) {
        long handle = handleOf(name);
        return handle == NOBODY ? Optional.empty() : Optional.of(account(handle));
    }

    Optional<Account> find(int tenant, String accountId) {
        return find(name(tenant, accountId));
    }

    /** The view that a decision looks at a transfer's source through. */
    AccountView debited() {
        return debited;
    }

    /** The view that a decision looks at a transfer's destination through. */
    AccountView credited() {
        return credited;
    }

    /** Moves a view to an account; false if it is not there. */
    boolean view(Id128 name, AccountView view) {
        return view(handleOf(name), view);
    }

    /** Likewise. */
    boolean view(long handle, AccountView view) {
        return accounts.seek(handle, view.row());
    }

    Account account(long handle) {
        return accounts.find(Key.of(handle))
                .map(row -> Account.of(row, detail(handle)))
                .orElseThrow(() -> new Invariant(NO_ROW));
    }

    private AccountDetail detail(long handle) {
        return details.find(Key.of(handle)).orElseThrow(() -> new Invariant(NO_ROW));
    }

    /** The newest events at round versions of an account that is there. */
    Skips skipsOf(long handle) {
        return detail(handle).skips();
    }

    /** The name of an account that is there. */
    Id128 nameOf(long handle) {
        return new Id128(
                accounts.word(handle, AccountRow.NAME), accounts.word(handle, AccountRow.NAME + 1));
    }

    long touchAccount(long handle) {
        return accounts.touchRow(handle);
    }

    long touchAccount(Id128 name) {
        return touchAccount(handleOf(name));
    }

    /** The handle of the account with this name, or {@link #NOBODY}. */
    long handleOf(Id128 name) {
        return names.word(Key.of(name), AccountName.HANDLE, NOBODY);
    }

    long touchName(Id128 name) {
        return names.touch(Key.of(name));
    }

    long touchId(Id128 source, Id128 id) {
        return ids.touch(Key.of(source, id));
    }

    /** Likewise, where whoever asks for the id has to name it. */
    long needId(Id128 source, Id128 id) {
        return ids.need(Key.of(source, id));
    }

    String idOf(AccountProfile profile) {
        return text(profile.idReference());
    }

    String idOf(long handle) {
        return text(details.word(handle, AccountDetail.ID_REFERENCE));
    }

    Metadata metadataOf(AccountProfile profile) {
        return profile.metadataReference() == 0
                ? Metadata.NONE
                : Metadata.read(new Source(bytes.get(profile.metadataReference())));
    }

    /** The handle that the next account to be opened gets. */
    long nextHandle(int tenant, String accountId) {
        return AccountProfile.handle(Slots.of(tenant, accountId), accounts.count() + 1L);
    }

    Optional<DecidedId> decided(Id128 source, Id128 id) {
        return ids.find(Key.of(source, id));
    }

    boolean isDecided(Id128 source, Id128 id) {
        return ids.contains(Key.of(source, id));
    }

    Registry registry() {
        return registries.find(Registry.KEY).orElse(Registry.EMPTY);
    }

    int currencyCount() {
        return Math.toIntExact(currencies.count());
    }

    boolean hasCurrency(int number) {
        return currencies.contains(Key.of(number));
    }

    /** How many digits behind the point a currency has that is there. */
    int scaleOf(int currency) {
        return Currency.scale(currencies.word(currency, Currency.SCALE));
    }

    Optional<Currency> findCurrency(int number) {
        return currencies.find(Key.of(number));
    }

    Currency currency(int number) {
        return findCurrency(number)
                .orElseThrow(() -> new Invariant("an account has a currency that has no row"));
    }

    /** Every currency in order of number; a few hundred at most, so for what is seldom asked. */
    List<Currency> allCurrencies() {
        List<Currency> all = new ArrayList<>();
        for (int number = 1; number <= currencies.count(); number++) {
            all.add(currency(number));
        }
        return all;
    }

    Optional<Currency> findCurrency(String code) {
        return allCurrencies().stream().filter(row -> row.code().equals(code)).findFirst();
    }

    String nameOf(Currency currency) {
        return text(currency.nameReference());
    }

    Currencies shared() {
        Map<String, Currency> byCode = new HashMap<>();
        allCurrencies().forEach(row -> byCode.put(row.code(), row));
        return new Currencies(registry().number(), byCode);
    }

    void open(Account account) {
        accounts.put(account.row());
        details.put(account.detail());
        names.add(new AccountName(account.profile().name(), account.profile().handle()));
    }

    void change(Account before, Standing next, long sequence) {
        Account after = before.after(next, sequence);
        accounts.put(after.row());
        details.put(after.detail());
    }

    /** Settles another balance, as {@link Standing#nextPosted} would. */
    void post(long handle, long posted, long sequence) {
        accounts.change(handle, AccountRow.posting(posted, sequence));
        int levels = Skips.levels(accounts.word(handle, AccountRow.VERSION));
        if (levels > 0) {
            details.change(handle, AccountDetail.linking(levels, sequence));
        }
    }

    void decide(DecidedId id) {
        ids.add(id);
    }

    void register(Currency currency) {
        currencies.put(currency);
    }

    void advance(Registry registry) {
        registries.put(registry);
    }

    long store(String text) {
        return bytes.add(text.getBytes(StandardCharsets.UTF_8));
    }

    long store(Metadata metadata) {
        return metadata.isEmpty() ? 0 : bytes.add(metadata.toBytes());
    }

    private String text(long reference) {
        return new String(bytes.get(reference), StandardCharsets.UTF_8);
    }
}
