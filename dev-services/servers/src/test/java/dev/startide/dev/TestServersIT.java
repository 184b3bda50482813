package dev.startide.dev;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestServersIT {

    @Test
    void everyDatabaseIsNewAndEmpty() throws Exception {
        // Given
        TestDatabase first = TestPostgres.freshDatabase();
        Rows.write(first.dataSource(), "only here");

        // When
        TestDatabase second = TestPostgres.freshDatabase();

        // Then
        String tables = "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'";
        assertThat(Rows.ask(second.dataSource(), tables)).isEqualTo("0");
        assertThat(Rows.ask(first.dataSource(), tables)).isEqualTo("1");
    }

    @Test
    void databasesAreDurable() throws Exception {
        // When
        TestDatabase database = TestPostgres.freshDatabase();

        // Then
        assertThat(Rows.ask(database.dataSource(), "SHOW fsync")).isEqualTo("on");
        assertThat(Rows.ask(database.dataSource(), "SHOW synchronous_commit")).isEqualTo("on");
    }

    @Test
    void topicsHaveTheirPartitions() throws Exception {
        // When
        String topic = TestPulsar.freshPartitionedTopic("orders", 3);

        // Then
        String path = "/admin/v2/" + topic.replace("://", "/") + "/partitions";
        assertThat(new AdminApi(TestPulsar.adminUrl()).fetch(path)).contains("\"partitions\":3");
        assertThat(TestPulsar.serviceUrl()).startsWith("pulsar://");
    }
}
