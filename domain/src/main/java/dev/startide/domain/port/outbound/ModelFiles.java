package dev.startide.domain.port.outbound;

import dev.startide.warehouse.mapping.SourceKind;
import dev.startide.warehouse.validation.ModelFileResult;
import java.util.Set;

/// Files that hold models.
///
/// Reading is safe from many threads and never throws for what a file holds, or for a file that is
/// missing: everything that is wrong comes back as issues, all at once.
public interface ModelFiles {

    /// Reads and checks the model in a file.
    ///
    /// @param file the file's path; issues repeat it as it is given here
    /// @param sourceKinds the kinds of source that the platform has adapters for
    ModelFileResult read(String file, Set<SourceKind> sourceKinds);
}
