package io.windlass.kernel.archive;

import java.io.IOException;

/** A sealed file is not what was written: said with its path and the offset of the damage. */
public final class DamagedArchiveException extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedArchiveException(String path, long offset, String what) {
        super(what + " in file " + path + " at offset " + offset);
    }
}
