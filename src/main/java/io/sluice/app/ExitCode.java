package io.sluice.app;

/** What a command ends with; from 64 on as sysexits(3) of BSD names them. */
public final class ExitCode {

    public static final int OK = 0;

    /** The command was understood and done, and the answer is no. */
    public static final int NO = 1;

    /** The command line is wrong. */
    public static final int USAGE = 2;

    /** A kill left orders that have not ended, or not been heard to. */
    public static final int UNCONFIRMED = 3;

    /** No router runs where the command looked. */
    public static final int UNAVAILABLE = 69;

    /** A bug. */
    public static final int SOFTWARE = 70;

    /** A file cannot be made. */
    public static final int CANNOT_CREATE = 73;

    /** A file or a socket failed. */
    public static final int IO_ERROR = 74;

    /** The router did not let us in. */
    public static final int NO_PERMISSION = 77;

    /** The configuration has mistakes, or cannot be read. */
    public static final int CONFIG = 78;

    private ExitCode() {}
}
