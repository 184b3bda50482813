package dev.startide.adapter.inbound.http;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.startide.domain.access.SenderScope;
import dev.startide.warehouse.mapping.SourceName;
import dev.startide.warehouse.schema.Identifier;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// What a token allows: its scopes, in `scope` with blanks between them (RFC 9068), or in `scp`.
final class TokenScopes {

    private static final String ALL = "*";

    private TokenScopes() {}

    static SenderScope of(JWTClaimsSet claims, String prefix) throws ParseException {
        List<String> names = scopes(claims).stream()
                .filter(scope -> scope.startsWith(prefix))
                .map(scope -> scope.substring(prefix.length()))
                .toList();
        return names.contains(ALL)
                ? new SenderScope.AllSources()
                : new SenderScope.Only(names.stream()
                        .filter(Identifier::isValid)
                        .map(SourceName::new)
                        .collect(Collectors.toSet()));
    }

    private static List<String> scopes(JWTClaimsSet claims) throws ParseException {
        List<String> scopes = new ArrayList<>();
        for (String claim : List.of("scope", "scp")) {
            Object value = claims.getClaim(claim);
            if (value instanceof String text) {
                scopes.addAll(Arrays.asList(text.split(" ", -1)));
            } else if (value != null) {
                scopes.addAll(claims.getStringListClaim(claim));
            }
        }
        return scopes;
    }
}
