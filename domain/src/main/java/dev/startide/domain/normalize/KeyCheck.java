package dev.startide.domain.normalize;

import dev.startide.warehouse.star.KeyForm;
import java.util.regex.Pattern;

/// Tells natural keys from what cannot be one.
sealed interface KeyCheck {

    boolean accepts(Key key);

    static KeyCheck of(KeyForm form) {
        return switch (form) {
            case KeyForm.Any() -> new Everything();
            case KeyForm.Matching(var regex) -> new Fitting(Pattern.compile(regex));
        };
    }

    record Everything() implements KeyCheck {
        @Override
        public boolean accepts(Key key) {
            return true;
        }
    }

    /// The key is one text that fits a pattern as a whole, which a bounded number of steps can tell.
    record Fitting(Pattern pattern) implements KeyCheck {
        @Override
        public boolean accepts(Key key) {
            return key.part(0) instanceof String text && BoundedText.fits(pattern, text);
        }
    }
}
