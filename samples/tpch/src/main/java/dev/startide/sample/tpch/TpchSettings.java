package dev.startide.sample.tpch;

/// What decides the events. Equal settings give equal events.
///
/// @param scale the TPC-H scale factor; 0.01 gives 15,000 orders with about 60,000 lines
/// @param seed decides the changes of members, the times of day and the delivery; the TPC-H data
/// itself has no seed
/// @param doubled the share of events that are delivered twice
/// @param late the share of member changes that are delivered long after they happened
public record TpchSettings(double scale, long seed, double doubled, double late) {

    /// The largest scale that is generated: all events are held in memory, about 2.5 GB at this
    /// scale.
    public static final double MAX_SCALE = 1.0;

    /// Small enough for a demo, large enough for every case to occur many times.
    public static final TpchSettings DEMO = new TpchSettings(0.01, 1, 0.05, 0.10);

    public TpchSettings {
        if (!(scale > 0 && scale <= MAX_SCALE)) {
            throw new IllegalArgumentException(
                    "The scale is %s, must be above 0 and at most %s".formatted(scale, MAX_SCALE));
        }
        requireShare("doubled", doubled);
        requireShare("late", late);
    }

    public TpchSettings withScale(double newScale) {
        return new TpchSettings(newScale, seed, doubled, late);
    }

    public TpchSettings withSeed(long newSeed) {
        return new TpchSettings(scale, newSeed, doubled, late);
    }

    private static void requireShare(String name, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "The share of %s events is %s, must be from 0 to 1".formatted(name, share));
        }
    }
}
