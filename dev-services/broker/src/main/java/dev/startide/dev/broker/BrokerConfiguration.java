package dev.startide.dev.broker;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/// The settings of the broker and of its bookie, which Pulsar wants to read from one file.
final class BrokerConfiguration {

    private static final String LOOPBACK = "127.0.0.1";

    private BrokerConfiguration() {}

    /// Settings of one's own, which go before all others; a file in the data directory.
    private static final String OWN = "own.conf";

    /// Writes the file anew.
    static Path write(Path directory, int brokerPort, int webPort) throws IOException {
        Properties settings = new Properties();
        addresses(settings, brokerPort, webPort);
        durability(settings);
        size(settings);
        own(settings, directory.resolve(OWN));
        Path file = directory.resolve("broker.conf");
        try (Writer writer = Files.newBufferedWriter(file)) {
            settings.store(writer, "Written at every start");
        }
        return file;
    }

    private static void own(Properties settings, Path file) throws IOException {
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                settings.load(reader);
            }
        }
    }

    /// Everything listens on the loopback interface only: there is no authentication.
    private static void addresses(Properties settings, int brokerPort, int webPort) throws SocketException {
        settings.setProperty("clusterName", "standalone");
        settings.setProperty("brokerServicePort", Integer.toString(brokerPort));
        settings.setProperty("webServicePort", Integer.toString(webPort));
        settings.setProperty("bindAddress", LOOPBACK);
        settings.setProperty("advertisedAddress", LOOPBACK);
        settings.setProperty("allowLoopback", "true");
        settings.setProperty("listeningInterface", loopbackInterface());
        settings.setProperty("allowEphemeralPorts", "true");
        settings.setProperty("transactionCoordinatorEnabled", "true");
        settings.setProperty("webSocketServiceEnabled", "false");
        settings.setProperty("loadBalancerEnabled", "false");
    }

    private static String loopbackInterface() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .filter(BrokerConfiguration::isLoopback)
                .map(NetworkInterface::getName)
                .findFirst()
                .orElseThrow(() -> new SocketException("This machine has no loopback interface"));
    }

    private static boolean isLoopback(NetworkInterface candidate) {
        try {
            return candidate.isLoopback();
        } catch (SocketException vanished) {
            return false;
        }
    }

    /// A message that was acknowledged to its producer survives a kill of the broker, and a topic that nobody has
    /// subscribed to yet keeps its messages.
    private static void durability(Properties settings) {
        settings.setProperty("journalSyncData", "true");
        settings.setProperty("journalMaxGroupWaitMSec", "1");
        settings.setProperty("brokerDeleteInactiveTopicsEnabled", "false");
        settings.setProperty("managedLedgerDefaultEnsembleSize", "1");
        settings.setProperty("managedLedgerDefaultWriteQuorum", "1");
        settings.setProperty("managedLedgerDefaultAckQuorum", "1");
        settings.setProperty("ledgerStorageClass", "org.apache.bookkeeper.bookie.storage.ldb.DbLedgerStorage");
        settings.setProperty("diskUsageThreshold", "0.999");
        settings.setProperty("diskUsageWarnThreshold", "0.99");
        settings.setProperty("logSizeLimit", "134217728");
    }

    /// Made for one developer's machine: few threads, small caches, journals of a few megabytes.
    private static void size(Properties settings) {
        settings.setProperty("journalPreAllocSizeMB", "4");
        settings.setProperty("journalMaxSizeMB", "64");
        settings.setProperty("journalMaxBackups", "1");
        settings.setProperty("dbStorage_writeCacheMaxSizeMb", "32");
        settings.setProperty("dbStorage_readAheadCacheMaxSizeMb", "16");
        settings.setProperty("dbStorage_rocksDB_blockCacheSize", "8388608");
        settings.setProperty("managedLedgerCacheSizeMB", "64");
        settings.setProperty("numIOThreads", "2");
        settings.setProperty("numHttpServerThreads", "8");
        settings.setProperty("numOrderedExecutorThreads", "2");
        settings.setProperty("numWorkerThreadsForNonPersistentTopic", "1");
        settings.setProperty("bookkeeperClientNumWorkerThreads", "2");
        settings.setProperty("bookkeeperClientNumIoThreads", "2");
    }
}
