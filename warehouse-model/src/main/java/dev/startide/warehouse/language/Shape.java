package dev.startide.warehouse.language;

import java.util.List;
import java.util.Locale;

/// What stands behind a key.
public sealed interface Shape {

    /// A single value, whatever it says.
    record Text() implements Shape {}

    /// One of a few words.
    record Words(List<String> words) implements Shape {
        public Words {
            words = List.copyOf(words);
        }
    }

    /// `true` or `false`.
    record Flag() implements Shape {}

    /// A whole number.
    record Whole(int least, int most) implements Shape {}

    /// One of a few whole numbers.
    record Numbers(List<Integer> numbers) implements Shape {
        public Numbers {
            numbers = List.copyOf(numbers);
        }
    }

    /// A day, such as `2020-01-31`.
    record Day() implements Shape {}

    /// The type of a column.
    record Type() implements Shape {}

    /// One value, or a list of them.
    record OneOrMore() implements Shape {}

    /// The keys of a part.
    record Group(Part part) implements Shape {}

    /// Parts by name.
    record ByName(Shape each) implements Shape {}

    /// Parts under texts of any kind, such as sentences.
    record ByText(Shape each) implements Shape {}

    /// Parts in order.
    record ListOf(Shape each) implements Shape {}

    /// Values, lists and groups of them, whatever they say.
    record Anything() implements Shape {}

    /// The fields of an event, or of the elements of a list in it, by name: types, groups of keys,
    /// or lists, whose one element describes the fields of theirs.
    record Fields(Part field) implements Shape {}

    /// A kind of source with its options, beside the keys of a part. Which kinds there are depends
    /// on the adapters at hand.
    record Kinds(Part beside) implements Shape {}

    /// A short form, or longer ones.
    record Either(List<Shape> forms) implements Shape {
        public Either {
            forms = List.copyOf(forms);
        }
    }

    static Shape either(Shape... forms) {
        return new Either(List.of(forms));
    }

    static Shape byName(Shape each) {
        return new ByName(each);
    }

    static Shape byText(Shape each) {
        return new ByText(each);
    }

    static Shape listOf(Shape each) {
        return new ListOf(each);
    }

    static Shape anything() {
        return new Anything();
    }

    static Shape text() {
        return new Text();
    }

    static Shape oneOrMore() {
        return new OneOrMore();
    }

    static Words words(String... words) {
        return new Words(List.of(words));
    }

    /// The words of an enum, in lower case.
    static Words words(Enum<?>[] constants) {
        return new Words(List.of(constants).stream()
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList());
    }
}
