package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.FieldDeclaration;
import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.mapping.Field;
import dev.startide.warehouse.mapping.Field.Presence;
import dev.startide.warehouse.mapping.Field.ValueSource;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.LogicalType;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What is asked of a single field: a name that a column can have, a type, and a value that fits.
final class FieldRules {

    private static final List<String> TYPES = List.of(
            "text",
            "varchar(n)",
            "int",
            "bigint",
            "decimal(p,s)",
            "double",
            "boolean",
            "date",
            "time",
            "timestamptz",
            "uuid",
            "json",
            "bytea");

    private static final Pattern DECIMAL = Pattern.compile("decimal|numeric");

    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,19}");

    private final CelCheck cel;
    private final Issues issues;

    FieldRules(CelCheck cel, Issues issues) {
        this.cel = cel;
        this.issues = issues;
    }

    Optional<Field.Scalar> resolve(FieldDeclaration.Single field) {
        boolean named = Names.checkColumn(field.name(), issues);
        Presence presence = Flag.read(field.required(), issues) ? Presence.REQUIRED : Presence.OPTIONAL;
        Optional<LogicalType> type = type(field.type(), issues);
        type.ifPresent(known -> {
            checkAllowed(field.allowed(), known);
            checkValue(field.value(), known);
        });
        if (!named || type.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Field.Scalar(
                new ColumnName(field.name().text()),
                type.get(),
                presence,
                field.value().isPresent() ? new ValueSource.Cel(field.value().text()) : new ValueSource.SameName(),
                field.allowed().stream().map(Written::text).toList(),
                field.description().text()));
    }

    /// The type that is written; one that does not exist is told of.
    static Optional<LogicalType> type(Written type, Issues issues) {
        Optional<LogicalType> known = LogicalType.parse(type.text());
        if (type.isPresent() && known.isEmpty()) {
            issues.error(type, "there is no type '%s'".formatted(type.text()), remedy(type.text()));
        }
        return known;
    }

    private static String remedy(String type) {
        if (DECIMAL.matcher(type).lookingAt()) {
            return "Write 'decimal(p,s)' with p digits in all, at most %d, and s of them behind the point."
                    .formatted(LogicalType.MAX_PRECISION);
        }
        return type.startsWith("varchar")
                ? "Write 'varchar(n)' with at most %d letters, or 'text'.".formatted(LogicalType.MAX_VARCHAR)
                : Suggestion.sentence(type, TYPES, "");
    }

    private void checkValue(Written value, LogicalType type) {
        if (value.isPresent()) {
            cel.check(value.text(), type)
                    .ifPresent(problem -> issues.error(value, Problems.said(problem, value.text()), problem.remedy()));
        }
    }

    private void checkAllowed(List<Written> allowed, LogicalType type) {
        Names.checkDistinct(allowed, issues);
        for (Written value : allowed) {
            if (!fits(value.text(), type)) {
                issues.error(
                        value,
                        "'%s' is no value of type %s".formatted(value.text(), type.sqlName()),
                        "'enum' lists values of text or whole numbers that fit the field's type.");
            }
        }
    }

    private static boolean fits(String value, LogicalType type) {
        return switch (type) {
            case LogicalType.Text() -> true;
            case LogicalType.Varchar(int length) -> value.codePointCount(0, value.length()) <= length;
            case LogicalType.Int(), LogicalType.BigInt() ->
                WHOLE_NUMBER.matcher(value).matches();
            case LogicalType.Decimal(var _, var _),
                    LogicalType.Floating(),
                    LogicalType.Bool(),
                    LogicalType.Date(),
                    LogicalType.Time(),
                    LogicalType.Timestamp(),
                    LogicalType.Uuid(),
                    LogicalType.Json(),
                    LogicalType.Bytes() -> false;
        };
    }
}
