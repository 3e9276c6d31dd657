package io.windlass.server;

import io.windlass.edge.access.ApiKey;
import io.windlass.edge.access.KeySecret;
import io.windlass.server.settings.SettingsException;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.List;

/**
 * {@code --new-key [tenant [scopes]]}: makes a key, prints it once and the line for the settings.
 */
final class NewKey {
    static final String ARGUMENT = "--new-key";
    private static final String USAGE =
            "use --new-key [tenant [read+write+score+operate]], tenant a number below 2^32";
    private static final int ARGUMENTS_MAX = 3;

    private NewKey() {}

    static void print(List<String> arguments, PrintStream out) {
        if (arguments.size() > ARGUMENTS_MAX) {
            throw new SettingsException(USAGE);
        }
        String tenant = arguments.size() > 1 ? arguments.get(1) : "0";
        String scopes = arguments.size() > 2 ? arguments.get(2) : "read+write";
        KeySecret secret = KeySecret.draw(new SecureRandom());
        ApiKey key = secret.key(tenant, scopes).orElseThrow(() -> new SettingsException(USAGE));
        out.println("key, shown only now:  " + secret.text());
        out.println("line for http.keys:   " + key.line());
    }
}
