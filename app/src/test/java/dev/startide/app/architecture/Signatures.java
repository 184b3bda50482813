package dev.startide.app.architecture;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/// What a public signature of the core may not ask for.
final class Signatures {

    private static final Set<String> UNCLEAR = Set.of(
            "boolean",
            Boolean.class.getName(),
            Optional.class.getName(),
            OptionalInt.class.getName(),
            OptionalLong.class.getName());

    private Signatures() {}

    static final ArchCondition<JavaMethod> TAKE_NO_FLAGS_AND_NO_OPTIONALS =
            new ArchCondition<>("take no flags and no optionals") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    boolean isUnclear =
                            method.getRawParameterTypes().stream().anyMatch(type -> UNCLEAR.contains(type.getName()));
                    boolean isInherited = method.getName().equals("equals");
                    events.add(new SimpleConditionEvent(
                            method, isInherited || !isUnclear, method.getFullName() + " takes a flag or an optional"));
                }
            };
}
