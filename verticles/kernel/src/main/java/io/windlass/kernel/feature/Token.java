package io.windlass.kernel.feature;

import java.util.regex.Pattern;

/** A text of certain ASCII characters, see {@link FieldTypes#token}. */
public final class Token implements FieldType<String> {
    private final boolean[] firsts;
    private final boolean[] rests;
    private final int lengthMin;
    private final int lengthMax;
    private final String code;
    private final String pattern;
    private final Document schema;

    Token(String first, String rest, int lengthMin, int lengthMax, String code) {
        this.firsts = members(first);
        this.rests = members(rest);
        this.lengthMin = lengthMin;
        this.lengthMax = lengthMax;
        this.code = code;
        this.pattern =
                "^[" + first + "][" + rest + "]{" + (lengthMin - 1) + "," + (lengthMax - 1) + "}$";
        this.schema = FieldTypes.textSchema(pattern, lengthMax);
    }

    private static boolean[] members(String characters) {
        Pattern one = Pattern.compile("[" + characters + "]");
        boolean[] members = new boolean[0x80];
        for (char c = 0; c < members.length; c++) {
            members[c] = one.matcher(Character.toString(c)).matches();
        }
        return members;
    }

    /** Whether a text is one of these. */
    public boolean matches(CharSequence text) {
        int length = text.length();
        if (length < lengthMin || length > lengthMax) {
            return false;
        }
        char first = text.charAt(0);
        boolean isToken = first < firsts.length && firsts[first];
        for (int i = 1; i < length && isToken; i++) {
            char c = text.charAt(i);
            isToken = c < rests.length && rests[c];
        }
        return isToken;
    }

    @Override
    public Read<String> read(String name, Object raw) {
        return raw instanceof String text && matches(text)
                ? Read.good(text)
                : Read.bad(code, name, name + " must match " + pattern);
    }

    @Override
    public Document schema() {
        return schema;
    }
}
