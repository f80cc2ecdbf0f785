package org.zhili.architecture;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.Manifest;
import java.util.regex.Pattern;

/** The real town, read once: every artifact of the reactor with its manifest and its classes. */
final class Town {
  static final String FAMILY = "org.zhili.";

  private static final String MANIFEST = "META-INF/MANIFEST.MF";

  /** Some jars carry classes of others. A local repository has folders of our name, too. */
  private static final Pattern OURS = Pattern.compile(".*(!|classes)/org/zhili/.*");

  static final List<Artifact> MODULES =
      Reactor.artifacts().stream()
          .filter(module -> !module.folder().startsWith(Exemptions.OTHER_PEOPLES_FOLDERS))
          .toList();

  /** Those that make a jar. */
  static final List<Artifact> ARTIFACTS = MODULES.stream().filter(Artifact::makesJar).toList();

  /** By symbolic name. One that is missing is missing on the class path, hence in our own pom. */
  static final Map<String, Bundle> BUNDLES = bundles();

  static final JavaClasses CLASSES = classes();

  static final Layout LAYOUT =
      new Layout(FAMILY, ARTIFACTS, bundle(Exemptions.PACKAGES_OF_ITS_OWN).exports().keySet());

  private Town() {}

  /** The bundle of an artifact. */
  static Bundle bundle(String artifact) {
    String wanted = new Artifact("", artifact, true).root(FAMILY);
    Bundle bundle = BUNDLES.get(wanted);
    if (bundle == null) {
      throw new AssertionError(
          "%s is not among the dependencies of zhili-architecture, or its jar is not named %s"
              .formatted(artifact, wanted));
    }
    return bundle;
  }

  /** The packages of our classes in an artifact's jar. */
  static Set<String> packages(Artifact artifact) {
    String location = bundle(artifact.name()).location();
    return CLASSES.stream()
        .filter(type -> type.getSource().orElseThrow().getUri().toString().startsWith(location))
        .map(JavaClass::getPackageName)
        .collect(toUnmodifiableSet());
  }

  private static JavaClasses classes() {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .withImportOption(location -> location.matches(OURS))
        .importLocations(
            ARTIFACTS.stream()
                .map(artifact -> Location.of(URI.create(bundle(artifact.name()).location())))
                .toList());
  }

  private static Map<String, Bundle> bundles() {
    Map<String, Bundle> bundles = new TreeMap<>();
    try {
      for (URL url : Collections.list(Town.class.getClassLoader().getResources(MANIFEST))) {
        try (InputStream in = url.openStream()) {
          Bundle bundle = new Bundle(location(url), new Manifest(in));
          bundle
              .symbolicName()
              .filter(name -> name.startsWith(FAMILY))
              .ifPresent(name -> bundles.put(name, bundle));
        }
      }
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("cannot read the manifests on the class path", e);
    }
    return bundles;
  }

  /** A jar, or a folder of classes where the tests are run before jars are made. */
  private static String location(URL manifest) throws URISyntaxException {
    URI uri = manifest.toURI();
    // folders are written with three slashes where classes tell their source
    String text = uri.getScheme().equals("file") ? Path.of(uri).toUri().toString() : uri.toString();
    return text.substring(0, text.length() - MANIFEST.length());
  }
}
