package org.zhili.persistence.osgi.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.h2.util.OsgiDataSourceFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.jdbc.DataSourceFactory;
import org.zhili.data.Database;
import org.zhili.data.ModuleSchema;
import org.zhili.data.SchemaCheck;

/** The bundle as it was built, in a running framework, on H2 files. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabaseComponentTest {

  private static final String PACKAGE = "org.zhili.persistence.osgi.parcels";

  private final List<ServiceRegistration<DataSourceFactory>> drivers = new ArrayList<>();
  private Felix felix;
  private Path folder;
  private Bundle parcels;
  private Function<Database, Long> module;
  private ServiceRegistration<ModuleSchema> schema;

  @SuppressWarnings("NullAway.Init")
  DatabaseComponentTest() {} // JUnit fills the fields

  @BeforeAll
  void start(@TempDir Path storage) throws Exception {
    felix = Felix.start(storage);
  }

  @BeforeEach
  void installModule(@TempDir Path empty) throws Exception {
    folder = empty;
    parcels = felix.install(Felix.bundle(folder.resolve("parcels.jar"), PACKAGE, "db/parcels"));
    startModule();
  }

  @AfterEach
  void leaveNothing() throws Exception {
    parcels.uninstall();
    configuration().delete();
    drivers.forEach(ServiceRegistration::unregister);
    drivers.clear();
    assertThat(Felix.comesTrue(() -> database().isEmpty())).isTrue();
  }

  @AfterAll
  void stop() throws Exception {
    felix.stop();
  }

  @Test
  void a_module_gets_its_database_once_driver_and_configuration_are_there() throws Exception {
    configure("first");
    assertThat(database()).isEmpty();
    registerDriver();
    assertThat(awaitDatabase()).isTrue();
    assertThat(send()).isEqualTo(2);
    assertThat(felix.context().getServiceReferences(Database.class, "(zhili.module=parcels)"))
        .hasSize(1);
  }

  @Test
  void whether_the_tables_of_a_module_can_be_changed_is_told_while_there_is_a_database()
      throws Exception {
    registerDriver();
    configure("first");
    awaitDatabase();
    ServiceReference<SchemaCheck> offered = felix.context().getServiceReference(SchemaCheck.class);
    SchemaCheck check = felix.context().getService(offered);
    ModuleSchema module = felix.context().getService(schema.getReference());
    assertThat(check.look(module)).isEqualTo(new SchemaCheck.Verdict.Fits());
    assertThat(check.prepare(module)).isEqualTo(new SchemaCheck.Verdict.Fits());
    assertThat(send()).as("it goes on").isEqualTo(2);

    drivers.remove(0).unregister();
    assertThat(felix.context().getServiceReference(SchemaCheck.class)).isNull();
  }

  @Test
  void a_changed_configuration_switches_the_database_and_back() throws Exception {
    registerDriver();
    configure("first");
    awaitDatabase();
    send();
    ServiceReference<Database> first = database().orElseThrow();
    configure("second");
    assertThat(Felix.comesTrue(() -> database().filter(now -> !now.equals(first)).isPresent()))
        .isTrue();
    assertThat(send()).isEqualTo(2);
    ServiceReference<Database> second = database().orElseThrow();
    configure("first");
    assertThat(Felix.comesTrue(() -> database().filter(now -> !now.equals(second)).isPresent()))
        .isTrue();
    assertThat(send()).isEqualTo(4);
  }

  @Test
  void a_senseless_configuration_leaves_the_last_good_one_in_use() throws Exception {
    registerDriver();
    configure("first");
    awaitDatabase();
    List<Integer> events = new CopyOnWriteArrayList<>();
    ServiceListener listener = event -> events.add(event.getType());
    felix.context().addServiceListener(listener, "(zhili.module=parcels)");
    Configuration configuration = configuration();
    configuration.update(dictionary(Map.of("url", "jdbc:oracle:thin:@host")));
    configuration.update(dictionary(Map.of("url", url("second"), "maxPoolSize", "many")));
    configuration.update(dictionary(Map.of("url", url("second"), "durable", "sometimes")));
    configuration.update(dictionary(Map.of("url", url("third"))));
    assertThat(Felix.comesTrue(() -> events.contains(ServiceEvent.REGISTERED))).isTrue();
    felix.context().removeServiceListener(listener);
    assertThat(events).containsExactly(ServiceEvent.UNREGISTERING, ServiceEvent.REGISTERED);
    assertThat(folder.resolve("second.mv.db")).doesNotExist();
    assertThat(folder.resolve("third.mv.db")).exists();
  }

  @Test
  void a_database_that_is_down_at_the_start_is_used_when_it_comes_up() throws Exception {
    Path inTheWay = Files.createFile(folder.resolve("down"));
    registerDriver();
    configure("down/town");
    assertThat(database()).isEmpty();
    Files.delete(inTheWay);
    assertThat(awaitDatabase()).isTrue();
    assertThat(send()).isEqualTo(2);
  }

  @Test
  void a_driver_that_leaves_takes_the_database_with_it_until_another_comes() throws Exception {
    registerDriver();
    configure("first");
    awaitDatabase();
    send();
    drivers.remove(0).unregister();
    assertThat(database()).isEmpty();
    registerDriver();
    awaitDatabase();
    assertThat(send()).isEqualTo(4);
  }

  @Test
  void a_module_that_leaves_gives_its_database_back_at_once() throws Exception {
    registerDriver();
    configure("first");
    awaitDatabase();
    schema.unregister();
    assertThat(database()).isEmpty();
  }

  @Test
  void an_updated_module_goes_on_with_its_data_and_leaves_no_class_behind() throws Exception {
    registerDriver();
    configure("first");
    List<WeakReference<ClassLoader>> old = new ArrayList<>();
    for (int update = 1; update <= 5; update++) {
      awaitDatabase();
      assertThat(send()).isEqualTo(2L * update);
      old.add(new WeakReference<>(parcels.adapt(BundleWiring.class).getClassLoader()));
      updateModule();
    }
    awaitDatabase();
    assertThat(
            Felix.comesTrue(
                () -> {
                  System.gc();
                  return old.stream().allMatch(loader -> loader.get() == null);
                }))
        .isTrue();
  }

  private void updateModule() throws Exception {
    parcels.stop();
    parcels.update(Files.newInputStream(folder.resolve("parcels.jar")));
    CountDownLatch refreshed = new CountDownLatch(1);
    felix
        .context()
        .getBundle(0)
        .adapt(FrameworkWiring.class)
        .refreshBundles(List.of(parcels), event -> refreshed.countDown());
    assertThat(refreshed.await(1, TimeUnit.MINUTES)).isTrue();
    startModule();
  }

  /** What a component with {@code @Component(service = ModuleSchema.class)} amounts to. */
  @SuppressWarnings("unchecked") // the module's class says which function it is
  private void startModule() throws Exception {
    parcels.start();
    Object made = parcels.loadClass(PACKAGE + ".ParcelModule").getConstructor().newInstance();
    module = (Function<Database, Long>) made;
    schema =
        parcels
            .getBundleContext()
            .registerService(ModuleSchema.class, (ModuleSchema) made, dictionary(Map.of()));
  }

  private long send() {
    ServiceReference<Database> reference = database().orElseThrow();
    try {
      return module.apply(felix.context().getService(reference));
    } finally {
      felix.context().ungetService(reference);
    }
  }

  private Optional<ServiceReference<Database>> database() {
    try {
      return felix.context().getServiceReferences(Database.class, "(zhili.module=parcels)").stream()
          .findFirst();
    } catch (InvalidSyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private boolean awaitDatabase() {
    return Felix.comesTrue(() -> database().isPresent());
  }

  private void registerDriver() {
    drivers.add(
        felix
            .context()
            .registerService(
                DataSourceFactory.class,
                new OsgiDataSourceFactory(new org.h2.Driver()),
                dictionary(Map.of(DataSourceFactory.OSGI_JDBC_DRIVER_CLASS, "org.h2.Driver"))));
  }

  private void configure(String name) throws IOException {
    configuration().update(dictionary(Map.of("url", url(name), "maxPoolSize", "5")));
  }

  private Configuration configuration() throws IOException {
    ServiceReference<ConfigurationAdmin> admin =
        felix.context().getServiceReference(ConfigurationAdmin.class);
    return felix.context().getService(admin).getConfiguration(DatabaseComponent.PID, "?");
  }

  private String url(String name) {
    return "jdbc:h2:file:" + folder.resolve(name);
  }

  private static Dictionary<String, String> dictionary(Map<String, String> properties) {
    return FrameworkUtil.asDictionary(properties);
  }
}
