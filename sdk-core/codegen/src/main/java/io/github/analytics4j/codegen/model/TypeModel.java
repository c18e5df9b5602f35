package io.github.analytics4j.codegen.model;

/** The type of a parameter, field, list element or map value. */
public sealed interface TypeModel {

    /** Types that need no further word. */
    enum Scalar implements TypeModel {
        /** Text, refused when blank in a request: a server may take that for none, and answer everything. */
        STRING,
        /** An identifier, refused as a text is. */
        ID,
        /** A count or amount without fraction. */
        LONG,
        /** A small whole number of a request, such as a page size. */
        INT,
        /** A rate, percentage, average or measurement. */
        DOUBLE,
        /** An amount of money, exact. */
        MONEY,
        /** True or false. */
        BOOLEAN,
        /** A calendar day. */
        DATE,
        /** A calendar day or an instant, whichever the caller gives; for requests. */
        DATE_OR_TIME,
        /** Anything JSON can say. */
        ANY,
        /** A histogram bucket such as {@code 300+}. */
        BUCKET,
        /** A period of days such as {@code 2026-03-22/2026-03-31}. */
        PERIOD,
        /** A day of the week, 0 for Monday. */
        WEEKDAY
    }

    /**
     * An instant.
     *
     * @param form how it is written
     */
    record Time(TimeForm form) implements TypeModel {}

    /**
     * An open enum.
     *
     * @param name of the {@link EnumModel}
     */
    record EnumRef(String name) implements TypeModel {}

    /**
     * A record.
     *
     * @param name of the {@link RecordModel}
     */
    record RecordRef(String name) implements TypeModel {}

    /**
     * A list.
     *
     * @param element the type of what it holds
     */
    record ListOf(TypeModel element) implements TypeModel {}

    /**
     * An object with free keys.
     *
     * @param value the type of what it holds
     */
    record MapOf(TypeModel value) implements TypeModel {}
}
