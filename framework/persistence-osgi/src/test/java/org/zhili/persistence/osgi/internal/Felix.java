package org.zhili.persistence.osgi.internal;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/**
 * A small OSGi framework with our bundle as it was just built.
 *
 * <p>What the town ships as bundles comes from the class path of the test here, so that the test
 * can talk to the services in its own types.
 */
final class Felix {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String SHARED =
      String.join(
          ",",
          "org.zhili.data;version=1.0.0",
          "jakarta.persistence;version=3.2.0",
          "jakarta.persistence.criteria;version=3.2.0",
          "jakarta.persistence.metamodel;version=3.2.0",
          "jakarta.persistence.spi;version=3.2.0",
          "com.fasterxml.jackson.annotation;version=2.21.1",
          "com.fasterxml.jackson.core;version=2.21.1",
          "com.fasterxml.jackson.core.type;version=2.21.1",
          "com.fasterxml.jackson.databind;version=2.21.1",
          "com.fasterxml.jackson.databind.annotation;version=2.21.1",
          "com.fasterxml.jackson.databind.cfg;version=2.21.1",
          "com.fasterxml.jackson.databind.json;version=2.21.1",
          "com.fasterxml.jackson.databind.module;version=2.21.1",
          "com.fasterxml.jackson.databind.node;version=2.21.1",
          "com.fasterxml.jackson.databind.ser.std;version=2.21.1",
          "com.fasterxml.jackson.databind.type;version=2.21.1",
          "com.fasterxml.jackson.databind.util;version=2.21.1",
          "com.fasterxml.jackson.datatype.jdk8;version=2.21.1",
          "com.fasterxml.jackson.datatype.jsr310;version=2.21.1",
          "org.osgi.service.cm;version=1.6.1",
          "org.osgi.service.component;version=1.5.1",
          "org.osgi.service.component.runtime;version=1.5.1",
          "org.osgi.service.component.runtime.dto;version=1.5.1",
          "org.osgi.service.jdbc;version=1.1.0",
          "org.osgi.util.function;version=1.2.0",
          "org.osgi.util.promise;version=1.3.0",
          "org.zhili.alert;version=1.0.0",
          "org.zhili.casework;version=1.0.0",
          "org.zhili.city;version=1.0.0",
          "org.zhili.citypack;version=1.0.0",
          "org.zhili.core.alert;version=1.0.0",
          "org.zhili.core.attachment;version=1.0.0",
          "org.zhili.core.audit;version=1.0.0",
          "org.zhili.core.edition;version=1.0.0",
          "org.zhili.core.casework;version=1.0.0",
          "org.zhili.core.city;version=1.0.0",
          "org.zhili.core.clock;version=1.0.0",
          "org.zhili.core.dispatch;version=1.0.0",
          "org.zhili.core.grading;version=1.0.0",
          "org.zhili.core.inbox;version=1.0.0",
          "org.zhili.core.ingest;version=1.0.0",
          "org.zhili.core.plugin;version=1.0.0",
          "org.zhili.core.store;version=1.0.0",
          "org.zhili.core.term;version=1.0.0",
          "org.zhili.core.timer;version=1.0.0",
          "org.zhili.core.town;version=1.0.0",
          "org.zhili.core.trace;version=1.0.0",
          "org.zhili.device;version=1.0.0",
          "org.zhili.id;version=1.0.0",
          "org.zhili.message;version=1.0.0",
          "org.zhili.scoring;version=1.0.0",
          "org.zhili.text;version=1.0.0",
          "org.slf4j;version=2.0.17",
          "org.slf4j.spi;version=2.0.17");

  private final Framework framework;

  private Felix(Framework framework) {
    this.framework = framework;
  }

  static Felix start(Path storage) throws BundleException, IOException {
    FrameworkFactory factory = ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow();
    Framework framework =
        factory.newFramework(
            Map.of(
                Constants.FRAMEWORK_STORAGE,
                storage.toString(),
                Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                SHARED));
    framework.start();
    Felix felix = new Felix(framework);
    felix.install(jarOf("org.apache.felix.configadmin")).start();
    felix.install(jarOf("org.apache.felix.scr")).start();
    felix.context().installBundle("reference:" + Path.of("target", "classes").toUri()).start();
    return felix;
  }

  BundleContext context() {
    return framework.getBundleContext();
  }

  /** Install a jar from a stream, as an update would. */
  Bundle install(Path jar) throws BundleException, IOException {
    return context().installBundle(jar.toUri().toString(), Files.newInputStream(jar));
  }

  /** Pack test classes of a package, and the scripts of a folder, as a bundle of their own. */
  static Path bundle(Path target, String packageName, String scripts) throws IOException {
    Manifest manifest = new Manifest();
    Attributes headers = manifest.getMainAttributes();
    headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
    headers.putValue(Constants.BUNDLE_SYMBOLICNAME, packageName);
    headers.putValue(
        Constants.IMPORT_PACKAGE,
        "org.zhili.data,jakarta.persistence,org.hibernate.annotations,org.hibernate.type");
    headers.putValue(
        Constants.DYNAMICIMPORT_PACKAGE, "org.hibernate.proxy,org.hibernate.bytecode.spi");
    Path classes = Path.of("target", "test-classes");
    try (OutputStream out = Files.newOutputStream(target);
        JarOutputStream jar = new JarOutputStream(out, manifest)) {
      add(jar, classes, classes.resolve(packageName.replace('.', '/')));
      add(jar, classes, classes.resolve(scripts));
    }
    return target;
  }

  private static void add(JarOutputStream jar, Path root, Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        jar.putNextEntry(new JarEntry(root.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, jar);
      }
    }
  }

  /** Look again and again until something is so; false when it is not within a minute. */
  static boolean comesTrue(BooleanSupplier condition) {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
    return true;
  }

  private static Path jarOf(String artifact) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(path -> String.valueOf(path.getFileName()).startsWith(artifact + "-"))
        .findFirst()
        .orElseThrow();
  }

  void stop() throws BundleException, InterruptedException {
    framework.stop();
    framework.waitForStop(LIMIT.toMillis());
  }
}
