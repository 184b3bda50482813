package dev.startide.app.instance;

import dev.startide.dev.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How a process of the program is started.
///
/// @param name what the instance is called, and its log
/// @param folder where the log is written
/// @param environment its settings, as variables
/// @param jvm options of its JVM
public record InstanceOptions(String name, Path folder, Path model, Map<String, String> environment, List<String> jvm) {

    public InstanceOptions {
        environment = Map.copyOf(environment);
        jvm = List.copyOf(jvm);
    }

    /// A small process on a database, whose JVM starts quickly.
    public static InstanceOptions of(String name, Path folder, Path model, TestDatabase database) {
        List<String> quick = List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
        return new InstanceOptions(name, folder, model, Map.of(), quick)
                .with("startide.http.instance", name)
                .with("startide.database.url", database.jdbcUrl())
                .with("startide.database.user", database.user())
                .with("startide.database.password", database.password());
    }

    /// The same with another setting.
    public InstanceOptions with(String setting, String value) {
        Map<String, String> all = new HashMap<>(environment);
        all.put(setting.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'), value);
        return new InstanceOptions(name, folder, model, all, jvm);
    }

    /// The same with these options of the JVM alone.
    public InstanceOptions withOnly(String... options) {
        return new InstanceOptions(name, folder, model, environment, List.of(options));
    }

    /// The same with another option of the JVM.
    public InstanceOptions withJvm(String option) {
        List<String> all = new ArrayList<>(jvm);
        all.add(option);
        return new InstanceOptions(name, folder, model, environment, all);
    }

    Path log() {
        return folder.resolve(name + ".log");
    }
}
