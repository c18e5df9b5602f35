package io.github.analytics4j.cli;

/** The names of the command's own options. */
final class OptionNames {
    static final String TABLE = "--table";
    static final String FORMAT = "--format";
    static final String COLUMNS = "--columns";
    static final String OUT = "--out";
    static final String EXCEL = "--excel";
    static final String RAW = "--raw";
    static final String MAX_ROWS = "--max-rows";
    static final String PAGE_SIZE = "--page-size";
    static final String PREFETCH = "--prefetch";
    static final String CHECKPOINT = "--checkpoint";
    static final String WAIT = "--wait";
    static final String TICKET = "--ticket";
    static final String AGAIN = "--again";
    static final String OVERWRITE = "--overwrite";
    static final String DEADLINE = "--deadline";
    static final String ATTEMPTS = "--attempts";
    static final String SETTINGS = "--settings";
    static final String SANDBOX = "--sandbox";
    static final String CURL = "--curl";
    static final String VERBOSE = "--verbose";
    static final String QUERY_FILE = "--query-file";
    static final String DATABASE = "--file";
    static final String STORED = "--stored";
    static final String ALLOW_UNPROVEN = "--allow-unproven";
    static final String QUIET = "--quiet";
    static final String STACKTRACE = "--stacktrace";
    static final String HELP = "--help";

    static final String INTO = "--into";
    static final String PLAN = "--plan";
    static final String STATUS = "--status";
    static final String VERIFY = "--verify";
    static final String SNIPPETS = "--snippets";
    static final String ID = "--id";
    static final String SINCE = "--since";
    static final String LEAVE_OUT = "--leave-out";
    static final String MASK = "--mask";
    static final String HASH = "--hash";
    static final String KEY_FILE = "--key-file";
    static final String DELETIONS = "--deletions";
    static final String LOOK_BACK = "--look-back";
    static final String LARGE_DELETIONS = "--large-deletions";
    static final String NEW_KEY = "--new-key";

    private OptionNames() {}
}
