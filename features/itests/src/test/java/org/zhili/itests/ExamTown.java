package org.zhili.itests;

import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.systemTimeout;
import static org.ops4j.pax.exam.CoreOptions.vmOption;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.doNotModifyLogConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.ops4j.pax.exam.ExamSystem;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.TestAddress;
import org.ops4j.pax.exam.TestContainer;
import org.ops4j.pax.exam.TestProbeBuilder;
import org.ops4j.pax.exam.karaf.options.KarafExamSystemConfigurationOption;
import org.ops4j.pax.exam.karaf.options.libraries.OverrideJUnitBundlesOption;
import org.ops4j.pax.exam.spi.PaxExamRuntime;
import org.zhili.itests.probe.PlainInvokerFactory;

/** A town in a Karaf that Pax Exam started from the archive, so that probes can look inside. */
final class ExamTown implements AutoCloseable {
  /** Business seconds per second: what the town does every minute, it does every three seconds. */
  private static final int SPEED = 20;

  private static final long START_MILLISECONDS = 120_000;

  private final ExamSystem system;
  private final TestContainer container;
  private final Town town;

  private ExamTown(ExamSystem system, TestContainer container, Town town) {
    this.system = system;
    this.container = container;
    this.town = town;
  }

  static ExamTown start() throws Exception {
    Path folder = Path.of(System.getProperty("it.dir"));
    Path runs = folder.resolve("exam");
    List<Path> before = children(runs);
    Ports ports = Ports.free();
    Path invoker = BundleJar.of(PlainInvokerFactory.class, folder.resolve("probe-invoker.jar"));
    List<Option> options = new ArrayList<>(karaf(folder, runs));
    virtualMachine(ports).forEach(token -> options.add(vmOption(token)));
    options.add(bundle(invoker.toUri().toString()));
    ExamSystem system = PaxExamRuntime.createTestSystem(options.toArray(Option[]::new));
    TestContainer container = PaxExamRuntime.createContainer(system);
    container.start();
    Path home = home(children(runs), before);
    return new ExamTown(system, container, new Town(home, ports).ready());
  }

  private static List<Option> karaf(Path folder, Path runs) {
    return List.of(
        karafDistributionConfiguration()
            .frameworkUrl(folder.resolve("town.tar.gz").toUri().toString())
            .karafVersion(System.getProperty("karaf.version"))
            .name("zhili")
            .unpackDirectory(runs.toFile())
            .useDeployFolder(false),
        configureConsole().ignoreLocalConsole().startRemoteShell(),
        doNotModifyLogConfiguration(),
        keepRuntimeFolder(),
        systemTimeout(START_MILLISECONDS),
        // what Pax Exam itself installs comes from where Maven has put it
        editConfigurationFilePut(
            "etc/org.ops4j.pax.url.mvn.cfg",
            "org.ops4j.pax.url.mvn.localRepository",
            System.getProperty("maven.repository")),
        // room for messages that are too large for the town, though not for the broker
        editConfigurationFilePut("etc/org.zhili.broker.cfg", "maxPacketBytes", "131072"),
        // no JUnit inside, and our own invoker
        new OverrideJUnitBundlesOption(),
        new KarafExamSystemConfigurationOption("plain"));
  }

  /** What {@code bin/karaf} gives to Java; Pax Exam writes its own command. */
  private static List<String> virtualMachine(Ports ports) {
    String karaf = System.getProperty("karaf.version");
    String endorsed = "lib/endorsed/org.apache.karaf.specs.";
    List<String> tokens =
        new ArrayList<>(
            List.of(
                "--add-reads=java.xml=java.logging",
                "--add-exports=java.base/org.apache.karaf.specs.locator=java.xml,ALL-UNNAMED",
                "--patch-module",
                "java.base=" + endorsed + "locator-" + karaf + ".jar",
                "--patch-module",
                "java.xml=" + endorsed + "java.xml-" + karaf + ".jar"));
    for (String opened :
        List.of(
            "java.base/java.security",
            "java.base/java.net",
            "java.base/java.lang",
            "java.base/java.util",
            "java.naming/javax.naming.spi",
            "java.rmi/sun.rmi.transport.tcp")) {
      tokens.add("--add-opens=" + opened + "=ALL-UNNAMED");
    }
    tokens.addAll(
        List.of(
            "-classpath",
            String.join(File.pathSeparator, "lib/jdk9plus/*", "lib/boot/*", "lib/endorsed/*"),
            "-Xmx512m",
            "-XX:TieredStopAtLevel=1",
            "-Dzhili.http.port=" + ports.http(),
            "-Dzhili.ssh.port=" + ports.ssh(),
            "-Dzhili.mqtt.port=" + ports.mqtt(),
            "-Dzhili.clock.start=" + Town.CLOCK_START,
            "-Dzhili.clock.speed=" + SPEED));
    return tokens;
  }

  private static Path home(List<Path> after, List<Path> before) throws IOException {
    Path run = after.stream().filter(path -> !before.contains(path)).findFirst().orElseThrow();
    try (Stream<Path> inside = Files.walk(run, 2)) {
      Optional<Path> etc = inside.filter(path -> path.endsWith("etc")).findFirst();
      return etc.orElseThrow().resolveSibling("").toAbsolutePath();
    }
  }

  private static List<Path> children(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted(Comparator.naturalOrder()).toList();
    }
  }

  Town town() {
    return town;
  }

  /**
   * Call a method of a probe inside the town's Karaf; fails as it does there.
   *
   * @param arguments of types that the JDK brings; the bundle context comes before them
   */
  void inside(Class<?> probe, String method, Object... arguments) throws Exception {
    TestProbeBuilder builder = system.createProbe();
    TestAddress address = builder.addTest(probe, method, arguments);
    container.install("probe:" + UUID.randomUUID(), builder.build().getStream());
    container.call(address);
  }

  @Override
  public void close() throws IOException {
    container.stop();
    system.clear();
  }
}
