package dev.startide.warehouse.validation;

import java.util.Optional;

/// The variables of the environment that a model is read in.
@FunctionalInterface
public interface Variables {

    /// What a variable says; empty if it is not set.
    Optional<String> value(String name);
}
