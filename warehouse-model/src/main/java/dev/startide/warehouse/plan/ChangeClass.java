package dev.startide.warehouse.plan;

/// What a change means to those who use the warehouse.
public enum ChangeClass {
    /// It only adds: whoever reads what is there goes on as before.
    COMPATIBLE("compatible", "+"),

    /// It takes something away that a reader may use, such as a column of a mart. No rows are lost.
    DESTRUCTIVE("destructive", "-"),

    /// Adding cannot make it: the tables are built anew from the raw log, beside the live ones.
    NEEDS_REBUILD("needs rebuild", "!");

    private final String word;
    private final String sign;

    ChangeClass(String word, String sign) {
        this.word = word;
        this.sign = sign;
    }

    /// What a reader calls it.
    public String word() {
        return word;
    }

    /// One letter that stands for it.
    public String sign() {
        return sign;
    }
}
