package dev.startide.domain.service;

import dev.startide.domain.normalize.BatchChanges;
import dev.startide.domain.normalize.Key;
import dev.startide.domain.port.outbound.Warehouse;
import dev.startide.domain.star.ReferenceQuestions;
import dev.startide.domain.star.StoredMember;
import dev.startide.domain.star.Workspace;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.layout.OutriggerLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.star.DimensionName;
import java.util.Map;
import java.util.Set;

/// Asks the warehouse about members that refer to others, after everything else has been asked.
final class ReferenceAnswers {

    private final WarehouseLayout layout;
    private final Warehouse warehouse;
    private final KeyGiving keys;
    private final KeyResolution resolution;

    ReferenceAnswers(WarehouseLayout layout, Warehouse warehouse, KeyGiving keys) {
        this.layout = layout;
        this.warehouse = warehouse;
        this.keys = keys;
        this.resolution = new KeyResolution(layout, warehouse);
    }

    void ask(BatchChanges changes, Workspace workspace) {
        if (layout.members().stream().allMatch(member -> member.outriggers().isEmpty())) {
            return;
        }
        ReferenceQuestions questions = new ReferenceQuestions(layout, changes);
        for (MemberLayout member : layout.members()) {
            for (OutriggerLayout outrigger : member.outriggers()) {
                askWhoFollows(member, outrigger, questions, workspace);
            }
        }
        for (MemberLayout member : layout.members()) {
            DimensionName dimension = member.dimension().name();
            Set<Key> referred = resolution.identities(member, questions.referred(dimension, workspace), workspace);
            keys.prepare(member, referred);
            Set<Key> missing = workspace.recallMembers(dimension, referred);
            if (!missing.isEmpty()) {
                workspace.learnMembers(member, warehouse.members(member, missing));
            }
        }
    }

    /// A durable key changes only where two members turn out to be one, so that else only those have
    /// to be asked for that show versions.
    private void askWhoFollows(
            MemberLayout member, OutriggerLayout outrigger, ReferenceQuestions questions, Workspace workspace) {
        DimensionName referred = outrigger.outrigger().dimension();
        Set<Long> durableKeys = switch (outrigger.outrigger().as()) {
            case VERSION -> questions.durableKeys(referred, workspace);
            case CURRENT -> questions.joinedDurableKeys(referred, workspace);
        };
        if (!durableKeys.isEmpty()) {
            Map<Key, StoredMember> following = warehouse.referring(member, outrigger, durableKeys);
            keys.prepare(member, following.keySet());
            workspace.learnFollowing(member, following);
        }
    }
}
