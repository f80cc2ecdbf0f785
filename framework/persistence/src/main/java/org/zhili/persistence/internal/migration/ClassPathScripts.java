package org.zhili.persistence.internal.migration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarFile;
import org.zhili.persistence.MigrationScripts;

/** Finds scripts on a class path of folders and jars, nested jars of Spring Boot included. */
public final class ClassPathScripts implements MigrationScripts {

  private static final String SUFFIX = ".sql";

  private final ClassLoader loader;

  public ClassPathScripts(ClassLoader loader) {
    this.loader = loader;
  }

  @Override
  public List<URL> in(String folder) {
    try {
      List<URL> scripts = new ArrayList<>();
      for (URL place : Collections.list(loader.getResources(folder))) {
        if (place.getProtocol().equals("file")) {
          inDirectory(place, scripts);
        } else if (place.openConnection() instanceof JarURLConnection jar) {
          inJar(place, jar, scripts);
        }
      }
      return List.copyOf(scripts);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void inDirectory(URL place, List<URL> scripts) throws IOException {
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(Path.of(uri(place)), "*" + SUFFIX)) {
      for (Path file : files) {
        scripts.add(file.toUri().toURL());
      }
    }
  }

  private static void inJar(URL place, JarURLConnection connection, List<URL> scripts)
      throws IOException {
    connection.setUseCaches(false);
    String text = place.toExternalForm();
    URL base = text.endsWith("/") ? place : new URL(text + "/");
    try (JarFile jar = connection.getJarFile()) {
      String folder = connection.getEntryName();
      String prefix = folder.endsWith("/") ? folder : folder + "/";
      List<String> names =
          jar.stream()
              .map(entry -> entry.getName())
              .filter(name -> name.startsWith(prefix) && name.endsWith(SUFFIX))
              .map(name -> name.substring(prefix.length()))
              .filter(name -> name.indexOf('/') < 0)
              .toList();
      for (String name : names) {
        scripts.add(new URL(base, name)); // keeps the handler that opened the jar
      }
    }
  }

  private static URI uri(URL place) throws IOException {
    try {
      return place.toURI();
    } catch (URISyntaxException odd) {
      throw new IOException("cannot read " + place, odd);
    }
  }
}
