package io.sluice.app;

/** Text of others on the terminal of an operator. */
final class Terminal {

    /** Control characters could move the cursor and paint over what stands there. */
    static String safe(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                out = out == null ? new StringBuilder(text) : out;
                out.setCharAt(i, '?');
            }
        }
        return out == null ? text : out.toString();
    }

    private Terminal() {}
}
