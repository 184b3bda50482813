package dev.startide.app.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.startide.domain.review.PlanSeal;
import dev.startide.domain.review.SchemaReview;
import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A plan in a file: what it is, for whoever reads it, and a seal, by which `apply` knows that it is
/// still the same.
public final class PlanFile {

    private static final JsonFactory FACTORY = new JsonFactory();

    private PlanFile() {}

    /// The text of the file.
    public static String write(SchemaReview review) {
        return Json.object(review, (json, plan) -> {
                    json.writeStringField("warehouse", plan.seal().warehouse());
                    json.writeStringField("database", plan.seal().database());
                    json.writeStringField("seal_of_changes", plan.seal().changes());
                    PlanReport.write(json, plan);
                })
                + "\n";
    }

    /// The seal of a plan that was written; empty if the text is no plan.
    public static Optional<PlanSeal> read(Reader text) {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser json = FACTORY.createParser(text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                if (json.nextToken() == JsonToken.VALUE_STRING) {
                    fields.put(name, json.getText());
                } else {
                    json.skipChildren();
                }
            }
        } catch (IOException noJson) {
            return Optional.empty();
        }
        String warehouse = fields.get("warehouse");
        String database = fields.get("database");
        String changes = fields.get("seal_of_changes");
        return warehouse == null || database == null || changes == null
                ? Optional.empty()
                : Optional.of(new PlanSeal(warehouse, database, changes));
    }
}
