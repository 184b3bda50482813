package dev.startide.domain.normalize;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;

/// A single value as a payload's format says it, before it is converted into a declared type.
public sealed interface Scalar {

    /// What kind of thing it is, for messages; never the value itself.
    String kind();

    /// Characters: a JSON string, an Avro string or enum symbol.
    record Text(String value) implements Scalar {
        @Override
        public String kind() {
            return "text";
        }
    }

    /// A whole number of 64 bits.
    record Whole(long value) implements Scalar {
        @Override
        public String kind() {
            return "a whole number";
        }
    }

    /// An exact number of any size: what a JSON number with a point or exponent says, an Avro
    /// decimal.
    record Exact(BigDecimal value) implements Scalar {
        @Override
        public String kind() {
            return "a decimal number";
        }
    }

    /// A binary floating-point number; only Avro has them.
    record Floating(double value) implements Scalar {
        @Override
        public String kind() {
            return "a floating-point number";
        }
    }

    /// True or false.
    record Truth(boolean value) implements Scalar {
        @Override
        public String kind() {
            return "a boolean";
        }
    }

    /// Bytes; the array is not copied.
    record Binary(byte[] value) implements Scalar {
        @Override
        public String kind() {
            return "bytes";
        }
    }

    /// A day without a time zone.
    record Day(LocalDate value) implements Scalar {
        @Override
        public String kind() {
            return "a date";
        }
    }

    /// A time of day without a time zone.
    record TimeOfDay(LocalTime value) implements Scalar {
        @Override
        public String kind() {
            return "a time of day";
        }
    }

    /// An instant.
    record Moment(Instant value) implements Scalar {
        @Override
        public String kind() {
            return "an instant";
        }
    }

    /// A 128-bit identifier.
    record Id(UUID value) implements Scalar {
        @Override
        public String kind() {
            return "a uuid";
        }
    }

    /// An object or a list as a whole, as JSON text.
    ///
    /// @param kind what it is, with an article
    record Document(String kind, String json) implements Scalar {}

    /// Something that converts into no type.
    ///
    /// @param kind what it is, with an article
    record Other(String kind) implements Scalar {}
}
