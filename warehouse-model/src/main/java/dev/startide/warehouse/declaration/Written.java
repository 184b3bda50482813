package dev.startide.warehouse.declaration;

/// A piece of text in a model, and where it stands. Where nothing was written, or nothing of use,
/// the text is empty.
///
/// @param path the path of the part that it belongs to
/// @param shown what complaints may quote: the text as the file has it, without values of the
///     environment
public record Written(String path, Spot spot, String text, String shown) {

    public Written(String path, Spot spot, String text) {
        this(path, spot, text, text);
    }

    /// Which side of a part a text, or a complaint, is about.
    public enum Spot {
        /// What the part is called.
        NAME,

        /// What the part says.
        VALUE
    }

    public static Written name(String path, String text) {
        return new Written(path, Spot.NAME, text);
    }

    public static Written value(String path, String text) {
        return new Written(path, Spot.VALUE, text);
    }

    /// Nothing was written at that path.
    public static Written nothing(String path) {
        return new Written(path, Spot.VALUE, "");
    }

    public boolean isPresent() {
        return !text.isEmpty();
    }

    /// Whether the text may be quoted.
    public boolean isAsShown() {
        return text.equals(shown);
    }
}
