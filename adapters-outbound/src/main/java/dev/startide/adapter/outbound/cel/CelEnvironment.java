package dev.startide.adapter.outbound.cel;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.checker.CelStandardDeclarations;
import dev.cel.common.CelOptions;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelStandardFunctions;
import dev.cel.runtime.CelStandardFunctions.StandardFunction;

/// The one CEL environment: its names, functions and limits.
final class CelEnvironment {

    /// The payload.
    static final String EVENT = "event";

    /// The element of a list that a field belongs to; the payload outside lists.
    static final String ELEMENT = "element";

    /// CloudEvents attributes.
    static final String ATTRIBUTES = "ce";

    /// The key of a message: text, or an object where the key has a schema.
    static final String KEY = "key";

    /// What came with the payload, by name.
    static final String HEADERS = "headers";

    /// The change envelope.
    static final String CHANGE = "change";

    private static final int MAX_LENGTH = 10_000;
    private static final int MAX_DEPTH = 50;
    private static final int MAX_ITERATIONS = 10_000;
    private static final int MAX_PATTERN = 1_000;

    private CelEnvironment() {}

    static Cel create() {
        CelDecimals decimals = new CelDecimals();
        return CelFactory.legacyCelBuilder()
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(CelStandardDeclarations.newBuilder().build())
                .setStandardFunctions(CelStandardFunctions.newBuilder()
                        .excludeFunctions(StandardFunction.EQUALS, StandardFunction.NOT_EQUALS, StandardFunction.IN)
                        .build())
                .setOptions(CelOptions.current()
                        .maxExpressionCodePointSize(MAX_LENGTH)
                        .maxParseRecursionDepth(MAX_DEPTH)
                        .comprehensionMaxIterations(MAX_ITERATIONS)
                        .maxRegexProgramSize(MAX_PATTERN)
                        .build())
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addVar(EVENT, MapType.create(SimpleType.STRING, SimpleType.DYN))
                .addVar(ELEMENT, MapType.create(SimpleType.STRING, SimpleType.DYN))
                .addVar(ATTRIBUTES, MapType.create(SimpleType.STRING, SimpleType.DYN))
                .addVar(KEY, SimpleType.DYN)
                .addVar(HEADERS, MapType.create(SimpleType.STRING, SimpleType.STRING))
                .addVar(CHANGE, MapType.create(SimpleType.STRING, SimpleType.DYN))
                .addCompilerLibraries(CelExtensions.strings())
                .addRuntimeLibraries(CelExtensions.strings())
                .addFunctionDeclarations(decimals.declarations())
                .addFunctionBindings(decimals.bindings())
                .addFunctionBindings(CelEquality.bindings())
                .build();
    }
}
