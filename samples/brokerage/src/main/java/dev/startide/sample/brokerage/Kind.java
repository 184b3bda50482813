package dev.startide.sample.brokerage;

import java.util.Locale;

/// What an event tells of; the names are those of the event types in the model.
public enum Kind {
    BROKER_CHANGED(Feed.STAFF),
    BROKER_LEFT(Feed.STAFF),
    CUSTOMER_CHANGED(Feed.CLIENTS),
    CUSTOMER_CLOSED(Feed.CLIENTS),
    ACCOUNT_CHANGED(Feed.CLIENTS),
    ACCOUNT_CLOSED(Feed.CLIENTS),
    SECURITY_CHANGED(Feed.EXCHANGE),
    SECURITY_DELISTED(Feed.EXCHANGE),
    PRICES_PUBLISHED(Feed.EXCHANGE),
    TRADE_PLACED(Feed.TRADING),
    TRADE_SUBMITTED(Feed.TRADING),
    TRADE_COMPLETED(Feed.TRADING),
    TRADE_CANCELED(Feed.TRADING),
    TRADE_REOPENED(Feed.TRADING),
    TRADE_VOIDED(Feed.TRADING),
    CASH_MOVED(Feed.TRADING),
    CASH_CORRECTED(Feed.TRADING),
    CASH_VOIDED(Feed.TRADING),
    WATCH_SET(Feed.TRADING),
    WATCH_REMOVED(Feed.TRADING);

    private final Feed feed;

    Kind(Feed feed) {
        this.feed = feed;
    }

    /// The systems of the company, each a source of the warehouse.
    public enum Feed {
        STAFF,
        CLIENTS,
        EXCHANGE,
        TRADING;

        /// The name of the source in the model.
        public String source() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Feed feed() {
        return feed;
    }

    /// The name of the event type.
    public String type() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether it says that something is gone.
    public boolean isDelete() {
        return switch (this) {
            case BROKER_LEFT, CUSTOMER_CLOSED, ACCOUNT_CLOSED, SECURITY_DELISTED, TRADE_VOIDED, CASH_VOIDED -> true;
            case BROKER_CHANGED,
                    CUSTOMER_CHANGED,
                    ACCOUNT_CHANGED,
                    SECURITY_CHANGED,
                    PRICES_PUBLISHED,
                    TRADE_PLACED,
                    TRADE_SUBMITTED,
                    TRADE_COMPLETED,
                    TRADE_CANCELED,
                    TRADE_REOPENED,
                    CASH_MOVED,
                    CASH_CORRECTED,
                    WATCH_SET,
                    WATCH_REMOVED -> false;
        };
    }
}
