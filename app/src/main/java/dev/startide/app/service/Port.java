package dev.startide.app.service;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/// A port to listen at.
final class Port {

    private Port() {}

    /// Says so in one sentence if a port cannot be had, before a server is half started.
    ///
    /// @param flag what chooses another one
    /// @throws StartideException `SETTING_INVALID` if it is taken, or the address is not of this
    ///     machine
    static void requireFree(String host, int port, String flag) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
        } catch (IOException taken) {
            throw StartideException.because(
                    FailureCode.SETTING_INVALID,
                    "Port %d at %s cannot be used (%s). Stop the program that has it, or choose another one with %s"
                            .formatted(port, host, taken.getMessage(), flag),
                    taken);
        }
    }
}
