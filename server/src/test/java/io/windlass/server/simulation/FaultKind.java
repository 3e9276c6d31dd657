package io.windlass.server.simulation;

/** The kinds of accidents. */
enum FaultKind {
    /** Power fails between two tasks. */
    POWER,
    /** Power fails before a storage step. */
    POWER_AT_STEP,
    /** The process ends between two tasks; the page cache stays. */
    KILL,
    /** The process ends before a storage step. */
    KILL_AT_STEP,
    /** Power fails before a step that makes or removes a snapshot. */
    POWER_IN_SNAPSHOT,
    /** For a while the disk has no space for anything large, or for anything at all. */
    DISK_FULL,
    /** The node ends and a bit turns over on its disk meanwhile. */
    FLIP_AT_REST,
    /** A bit turns over on the disk of a running node. */
    FLIP_WHILE_RUNNING,
    /** The node ends and a file gets lost meanwhile. */
    LOST_FILE,
    /** A write fails. */
    WRITE_ERROR,
    /** A sync fails, and what it was to make durable is partly lost. */
    SYNC_ERROR,
    /** Replacing a small file fails. */
    REPLACE_ERROR,
    /** Making a segment fails. */
    CREATE_ERROR,
    /** The date jumps, back or forth. */
    CLOCK_JUMP,
    /** A partition loses its leadership and what it had decided, and gets the leadership back. */
    DEPOSED
}
