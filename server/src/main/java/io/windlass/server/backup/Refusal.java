package io.windlass.server.backup;

/** Why there is no backup, or why one is none: a sentence and the exit code of the process. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    /** What makes a process end otherwise than with 0. */
    enum Code {
        /** It was begun and could not be finished: the disk is full, a file cannot be read. */
        FAILED(1),
        /** Nothing was begun: the arguments, or what is at the places they name. */
        REFUSED(2),
        /** The data are damaged, or of an unknown format. */
        DAMAGED(3);

        private final int exit;

        Code(int exit) {
            this.exit = exit;
        }

        int exit() {
            return exit;
        }
    }

    private final Code code;

    Refusal(Code code, String sentence) {
        super(sentence);
        this.code = code;
    }

    Code code() {
        return code;
    }
}
