package dev.startide.domain.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.port.outbound.WarehouseCatalog;
import dev.startide.domain.quality.ModelStanding;
import dev.startide.domain.testkit.shop.Shop;
import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.plan.SchemaPlan;
import dev.startide.warehouse.star.Mart;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every catalog knows of the models that were applied. An adapter proves itself by extending
/// this class and supplying an empty database.
public abstract class ModelStandingContract {

    private static final SchemaPlan EVERYTHING = Plans.fromNothing(Shop.LAYOUT.schema());
    private static final SchemaPlan NOTHING = new SchemaPlan(List.of());

    private WarehouseCatalog catalog;

    /// The catalog of a database without a warehouse. Called once before each test.
    protected abstract WarehouseCatalog catalogOfAnEmptyDatabase();

    @BeforeEach
    final void startEmpty() {
        catalog = catalogOfAnEmptyDatabase();
    }

    @Test
    final void knowsNoneInAnEmptyDatabase() {
        // When
        ModelStanding standing = catalog.standing(Shop.MODEL);

        // Then
        assertThat(standing).isEqualTo(ModelStanding.FIRST);
    }

    @Test
    final void knowsWhichOneWasAppliedLast() {
        // Given
        WarehouseModel elsewhere = in(ZoneId.of("Asia/Tokyo"));
        catalog.apply(elsewhere, EVERYTHING);

        // When
        catalog.apply(Shop.MODEL, NOTHING);

        // Then
        assertThat(catalog.standing(elsewhere)).isEqualTo(ModelStanding.REPLACED);
        assertThat(catalog.standing(Shop.MODEL)).isEqualTo(ModelStanding.LATEST);
        assertThat(catalog.standing(in(ZoneId.of("Asia/Seoul")))).isEqualTo(ModelStanding.OTHER);
    }

    @Test
    final void takesOneForTheSameThatHasOtherMarts() {
        // Given
        catalog.apply(Shop.MODEL, EVERYTHING);

        // When
        catalog.apply(of(Shop.MODEL.timeZone(), List.of()), NOTHING);

        // Then
        assertThat(catalog.standing(Shop.MODEL)).isEqualTo(ModelStanding.LATEST);
    }

    private static WarehouseModel in(ZoneId zone) {
        return of(zone, Shop.MODEL.marts());
    }

    private static WarehouseModel of(ZoneId zone, List<Mart> marts) {
        WarehouseModel shop = Shop.MODEL;
        return new WarehouseModel(
                shop.name(),
                shop.description(),
                zone,
                shop.sources(),
                shop.events(),
                shop.entities(),
                shop.dimensions(),
                shop.facts(),
                marts,
                shop.entityFeeds(),
                shop.factFeeds());
    }
}
