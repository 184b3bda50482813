package dev.startide.warehouse.layout;

import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.Dimension;
import dev.startide.warehouse.star.SpecialMember;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The table of a junk dimension: a key, then one column for each field. A row is a function of the
/// combination that it holds, its key included, so that whoever writes it writes the same.
///
/// The key is taken from a digest of 63 bits: among 100,000 combinations, the odds that two share
/// one are less than one in a billion. Fields that are null do not count, so that a combination
/// keeps its key when the dimension gets another field.
public record JunkLayout(Dimension.Junk dimension, Table table) {

    static JunkLayout of(Dimension.Junk junk, Schemas schemas) {
        List<Column> columns = new ArrayList<>();
        columns.add(
                Column.required(MemberLayout.keyOf(junk.name()), new LogicalType.BigInt(), "Key of this combination"));
        junk.fields().forEach(field -> columns.add(EntityLayout.optional(field)));
        return new JunkLayout(
                junk,
                new Table(
                        MemberLayout.tableOf(junk.name(), schemas.star()),
                        columns,
                        List.of(MemberLayout.keyOf(junk.name())),
                        List.of(),
                        List.of(),
                        junk.description()));
    }

    /// The rows that stand for members which are not known, where the combinations are those of
    /// members: texts say what they stand for.
    public List<@Nullable Object[]> specialRows() {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (SpecialMember special : SpecialMember.values()) {
            @Nullable Object[] row = SpecialText.row(special, table);
            row[0] = (long) special.key();
            rows.add(row);
        }
        return rows;
    }

    /// The row of a combination.
    ///
    /// @param values aligned with the dimension's fields
    public @Nullable Object[] rowOf(List<? extends @Nullable Object> values) {
        @Nullable Object[] row = new Object[values.size() + 1];
        row[0] = keyOf(values);
        for (int index = 0; index < values.size(); index++) {
            row[index + 1] = values.get(index);
        }
        return row;
    }

    /// The key of a combination.
    ///
    /// @param values aligned with the dimension's fields
    public long keyOf(List<? extends @Nullable Object> values) {
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < values.size(); index++) {
            Object value = values.get(index);
            if (value != null) {
                Attribute field = dimension.fields().get(index);
                text.append(field.name())
                        .append('=')
                        .append(value.toString().length())
                        .append(':')
                        .append(value);
            }
        }
        return ByteBuffer.wrap(digest(text.toString())).getLong() & Long.MAX_VALUE;
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
