package io.windlass.kernel.partition;

import io.windlass.kernel.feature.Answer;

/** What waits in the inbox: one command, or packed ones of which the first may be decided. */
sealed interface Entry permits Waiting, PackedRun {
    /** When it came, monotonic nanoseconds. */
    long since();

    /** How many commands came with it. */
    int commands();

    /** About how much memory it takes, in bytes. */
    int bytes();

    /** Answers all commands of it that are not decided. */
    void refuse(Answer answer);
}
