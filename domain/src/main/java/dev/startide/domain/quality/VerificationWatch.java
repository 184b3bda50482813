package dev.startide.domain.quality;

/// Wants to know how far a verification has come. Called by the verifying thread.
@FunctionalInterface
public interface VerificationWatch {

    /// A step of a check begins.
    ///
    /// @param subject what is looked at, such as a table
    /// @param done how many steps are done
    /// @param steps how many steps there are
    void begins(Check check, String subject, int done, int steps);
}
