package dev.startide.app.cli;

import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LanePosition;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The place of an event in the log as commands take it.
final class PlaceText {

    private static final Pattern PLACE = Pattern.compile("([0-9]{1,9}):([0-9]{1,18})");

    private PlaceText() {}

    /// @throws IllegalArgumentException if the text is none
    static LanePosition read(String text) {
        Matcher place = PLACE.matcher(text);
        if (!place.matches()) {
            throw new IllegalArgumentException("'%s' is no LANE:POSITION, such as 1:4711".formatted(text));
        }
        return new LanePosition(new LaneId(Integer.parseInt(place.group(1))), Long.parseLong(place.group(2)));
    }
}
