package io.windlass.features.wallet;

import io.windlass.kernel.feature.Event;
import io.windlass.kernel.feature.MessageType;
import java.util.List;

/**
 * What has happened to the wallet.
 *
 * <p>Numbers 0x0181 to 0x01FF, never reused; every layout is little-endian, drawn in the class that
 * has it and guarded by a golden file.
 */
sealed interface WalletEvent extends Event<Wallets>
        permits AccountEvent, TransferEvent, CurrencyEvent {
    int ACCOUNT_OPENED = 0x0181;
    int ACCOUNT_FROZEN = 0x0182;
    int ACCOUNT_UNFROZEN = 0x0183;
    int ACCOUNT_CLOSED = 0x0184;
    int LIMIT_SET = 0x0185;
    int TRANSFERRED = 0x0186;
    int TRANSFER_REFUSED = 0x0187;
    int CURRENCY_REGISTERED = 0x0188;
    int EDITION_ADOPTED = 0x0189;

    /** How each is read. */
    List<MessageType<Event<Wallets>>> TYPES =
            List.of(
                    new MessageType<>(
                            ACCOUNT_OPENED, 1, "AccountOpened", AccountEvent.AccountOpened::read),
                    new MessageType<>(
                            ACCOUNT_FROZEN, 1, "AccountFrozen", AccountEvent.AccountFrozen::read),
                    new MessageType<>(
                            ACCOUNT_UNFROZEN,
                            1,
                            "AccountUnfrozen",
                            AccountEvent.AccountUnfrozen::read),
                    new MessageType<>(
                            ACCOUNT_CLOSED, 1, "AccountClosed", AccountEvent.AccountClosed::read),
                    new MessageType<>(LIMIT_SET, 1, "LimitSet", AccountEvent.LimitSet::read),
                    new MessageType<>(TRANSFERRED, 1, "Transferred", Transferred::read),
                    new MessageType<>(
                            TRANSFER_REFUSED, 1, "TransferRefused", TransferRefused::read),
                    new MessageType<>(
                            CURRENCY_REGISTERED,
                            1,
                            "CurrencyRegistered",
                            CurrencyEvent.CurrencyRegistered::read),
                    new MessageType<>(
                            EDITION_ADOPTED,
                            1,
                            "EditionAdopted",
                            CurrencyEvent.EditionAdopted::read));
}
