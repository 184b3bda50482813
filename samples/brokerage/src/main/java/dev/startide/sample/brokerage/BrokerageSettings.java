package dev.startide.sample.brokerage;

/// What decides the events. Equal settings give equal events.
///
/// @param customers how many; there are about two accounts and fourteen trades for each
/// @param seed decides everything else
/// @param doubled the share of events that are delivered twice
/// @param late the share of events that are delivered long after they happened
public record BrokerageSettings(int customers, long seed, double doubled, double late) {

    /// All events are held in memory, about 2 GB at this size.
    public static final int MOST_CUSTOMERS = 100_000;

    /// A year and a half of a small house; every case occurs several times.
    public static final BrokerageSettings SMALL = new BrokerageSettings(60, 1, 0.05, 0.10);

    public BrokerageSettings {
        if (customers < 1 || customers > MOST_CUSTOMERS) {
            throw new IllegalArgumentException(
                    "There are %d customers, must be from 1 to %d".formatted(customers, MOST_CUSTOMERS));
        }
        requireShare("doubled", doubled);
        requireShare("late", late);
    }

    public BrokerageSettings withCustomers(int number) {
        return new BrokerageSettings(number, seed, doubled, late);
    }

    public BrokerageSettings withSeed(long newSeed) {
        return new BrokerageSettings(customers, newSeed, doubled, late);
    }

    private static void requireShare(String name, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "The share of %s events is %s, must be from 0 to 1".formatted(name, share));
        }
    }
}
