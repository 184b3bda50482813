package dev.startide.adapter.outbound.modelfile;

import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/// Says the YAML parser's complaints so that a writer of models can act on them.
final class YamlComplaints {

    private YamlComplaints() {}

    static String problem(MarkedYamlEngineException complaint) {
        String problem = said(complaint);
        return isTab(problem) ? "a tab is used to indent" : "is no YAML: " + problem;
    }

    static String remedy(MarkedYamlEngineException complaint) {
        String problem = said(complaint);
        if (isTab(problem)) {
            return "Indent with spaces.";
        }
        if (problem.contains("mapping values are not allowed")) {
            return "Check the indentation here and above, and put text that contains ': ' in quotes.";
        }
        if (problem.contains("expected <block end>")) {
            return "Check the indentation, and put text that begins with a quote, or goes on behind one, in quotes.";
        }
        return "Check the indentation, and that brackets and quotes are closed.";
    }

    private static String said(MarkedYamlEngineException complaint) {
        String problem = complaint.getProblem();
        return problem == null ? "it cannot be understood here" : problem;
    }

    private static boolean isTab(String problem) {
        return problem.contains("'\\t") || problem.contains("TAB");
    }
}
