package dev.startide.app.documents;

import static java.util.stream.Collectors.toSet;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The links of a Markdown file that lead to another place of the same tree.
record Links(Path file) {

    private static final Pattern LINK = Pattern.compile("\\[[^]]*]\\(([^)\\s]+)\\)");
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");
    private static final Pattern FENCED = Pattern.compile("(?ms)^ *```.*?^ *```");
    private static final Pattern CODE = Pattern.compile("`[^`\n]*`");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *$");

    /// Those whose file or heading does not exist, as "file: link".
    List<String> broken() {
        String prose = CODE.matcher(FENCED.matcher(Documents.read(file)).replaceAll(""))
                .replaceAll("");
        return LINK.matcher(prose)
                .results()
                .map(match -> match.group(1))
                .filter(link -> !ELSEWHERE.matcher(link).matches())
                .filter(link -> !leadsSomewhere(link))
                .map(link -> file + ": " + link)
                .toList();
    }

    private boolean leadsSomewhere(String link) {
        int sign = link.indexOf('#');
        String path = sign < 0 ? link : link.substring(0, sign);
        Path target = path.isEmpty() ? file : file.resolveSibling(path).normalize();
        if (sign < 0 || !Files.isRegularFile(target)) {
            return sign < 0 && Files.exists(target);
        }
        return headings(target).contains(link.substring(sign + 1));
    }

    private static Set<String> headings(Path target) {
        String prose = FENCED.matcher(Documents.read(target)).replaceAll("");
        Stream<String> headings = HEADING.matcher(prose).results().map(match -> match.group(1));
        return headings.map(Links::anchorOf).collect(toSet());
    }

    /// As GitHub makes it: lower case, no punctuation, hyphens for spaces.
    private static String anchorOf(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }
}
