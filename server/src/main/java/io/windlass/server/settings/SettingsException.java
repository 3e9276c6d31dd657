package io.windlass.server.settings;

/** The operator has set something that cannot be; the message says what and where. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong, in one sentence. */
    public SettingsException(String message) {
        super(message);
    }
}
