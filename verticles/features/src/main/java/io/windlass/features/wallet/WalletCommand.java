package io.windlass.features.wallet;

import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Command;
import io.windlass.kernel.feature.Document;
import io.windlass.kernel.feature.Malformed;
import io.windlass.kernel.feature.MessageType;
import io.windlass.kernel.feature.Outcome;
import java.util.List;

/**
 * What clients want of the wallet.
 *
 * <p>Numbers 0x0101 to 0x017F, never reused; every layout is little-endian and drawn in the class
 * that has it.
 */
sealed interface WalletCommand extends Command<Wallets>
        permits OpenAccount, AccountCommand, Transfer, CurrencyCommand {
    int OPEN_ACCOUNT = 0x0101;
    int FREEZE_ACCOUNT = 0x0102;
    int UNFREEZE_ACCOUNT = 0x0103;
    int CLOSE_ACCOUNT = 0x0104;
    int SET_LIMIT = 0x0105;
    int TRANSFER = 0x0106;
    int REGISTER_CURRENCY = 0x0107;
    int ADOPT_EDITION = 0x0108;

    /** How each is read. */
    List<MessageType<Command<Wallets>>> TYPES =
            List.of(
                    new MessageType<>(OPEN_ACCOUNT, 1, "OpenAccount", OpenAccount::read),
                    new MessageType<>(
                            FREEZE_ACCOUNT, 1, "FreezeAccount", AccountCommand.FreezeAccount::read),
                    new MessageType<>(
                            UNFREEZE_ACCOUNT,
                            1,
                            "UnfreezeAccount",
                            AccountCommand.UnfreezeAccount::read),
                    new MessageType<>(
                            CLOSE_ACCOUNT, 1, "CloseAccount", AccountCommand.CloseAccount::read),
                    new MessageType<>(SET_LIMIT, 1, "SetLimit", AccountCommand.SetLimit::read),
                    new MessageType<>(TRANSFER, 1, "Transfer", Transfer::read),
                    new MessageType<>(
                            REGISTER_CURRENCY,
                            1,
                            "RegisterCurrency",
                            CurrencyCommand.RegisterCurrency::read),
                    new MessageType<>(
                            ADOPT_EDITION, 1, "AdoptEdition", CurrencyCommand.AdoptEdition::read));

    /** A refusal that logs nothing. */
    static Outcome<Wallets> refused(WalletRejection rejection, Document members) {
        return Outcome.answered(Answer.rejected(rejection, members));
    }

    /** A refusal that logs nothing and needs no words. */
    static Outcome<Wallets> refused(WalletRejection rejection) {
        return Outcome.answered(Answer.rejected(rejection));
    }

    /** What an edge should have seen, seen by the partition. */
    static Outcome<Wallets> malformed(String code, String field, String detail) {
        return Outcome.answered(new Malformed(code, field, detail));
    }
}
