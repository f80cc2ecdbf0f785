package org.zhili.persistence.internal.migration;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import org.flywaydb.core.api.resource.LoadableResource;

/** One migration script, read from wherever its URL leads. */
final class Script extends LoadableResource {

  private final URL url;

  Script(URL url) {
    this.url = url;
  }

  @Override
  public Reader read() {
    try {
      URLConnection connection = url.openConnection();
      connection.setUseCaches(false); // a cached jar stays open, and stale after an update
      return new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public String getAbsolutePath() {
    return url.getPath();
  }

  @Override
  public String getAbsolutePathOnDisk() {
    return url.getPath();
  }

  @Override
  public String getFilename() {
    String path = url.getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  @Override
  public String getRelativePath() {
    return getFilename();
  }
}
