package dev.startide.app.wiring;

import dev.startide.app.log.LogSetup;
import dev.startide.app.settings.LogConfig;
import dev.startide.warehouse.WarehouseModel;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.env.PropertySource;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The platform put together for one command: all beans, no server. Beans are made when they are
/// first asked for, so that a command touches only what it needs.
public final class Session implements AutoCloseable {

    /// Above the environment's variables, which Micronaut ranks at -200.
    private static final int RANK_OF_FLAGS = 0;

    private static final String OURS = "dev.startide.";

    private final ApplicationContext context;

    private Session(ApplicationContext context) {
        this.context = context;
    }

    /// Opens the platform and sets up the log.
    ///
    /// @param flags settings from the command line, which come before all others
    /// @param file the file of settings that was asked for; without one, `startide.yaml` here if
    ///     there is one
    /// @param logLevel the least severe entries of the log, where no setting says otherwise
    public static Session open(Map<String, Object> flags, Optional<Path> file, String logLevel) {
        return open(builder(flags, file).start(), logLevel);
    }

    /// Opens the platform for a model other than the one that the settings name.
    ///
    /// @param flags settings from the command line, which come before all others
    /// @param file the file of settings that was asked for
    /// @param logLevel the least severe entries of the log, where no setting says otherwise
    public static Session openFor(
            WarehouseModel model, Map<String, Object> flags, Optional<Path> file, String logLevel) {
        ApplicationContext context = builder(flags, file).start();
        context.registerSingleton(WarehouseModel.class, model);
        return open(context, logLevel);
    }

    private static ApplicationContextBuilder builder(Map<String, Object> flags, Optional<Path> file) {
        return ApplicationContext.builder()
                .banner(false)
                .deduceEnvironment(false)
                .propertySources(PropertySource.of("flags", flags, RANK_OF_FLAGS), SettingsFile.read(file));
    }

    private static Session open(ApplicationContext context, String logLevel) {
        Session session = new Session(context);
        LogSetup.apply(session.bean(LogConfig.class).withDefault(logLevel));
        return session;
    }

    /// The one bean of a type.
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /// All beans of a type, such as the adapters behind a port.
    public <T> List<T> beans(Class<T> type) {
        return List.copyOf(context.getBeansOfType(type));
    }

    /// Why settings of ours cannot be used, each group of them by itself.
    public List<Exception> unusableSettings() {
        List<Exception> unusable = new ArrayList<>();
        for (var settings : context.getBeanDefinitions(Qualifiers.byStereotype(ConfigurationProperties.class))) {
            if (settings.getBeanType().getName().startsWith(OURS)) {
                try {
                    context.getBean(settings);
                } catch (RuntimeException wrong) {
                    unusable.add(wrong);
                }
            }
        }
        return unusable;
    }

    @Override
    public void close() {
        context.close();
    }
}
