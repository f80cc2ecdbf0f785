package org.zhili.resources.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file as it came, on disk until it is closed: many at once, and slow ones, take no memory. */
public final class Spooled implements Closeable {
  private final Path file;
  private final String sha256;

  private Spooled(Path file, String sha256) {
    this.file = file;
    this.sha256 = sha256;
  }

  /**
   * Read it to its end.
   *
   * @param most bytes that are read
   */
  public static Spooled of(InputStream body, int most) throws IOException {
    Path file = Files.createTempFile("brought-", null);
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(body, digest);
          var out = Files.newOutputStream(file)) {
        byte[] some = new byte[1 << 13];
        int left = most;
        for (int n = 0; n >= 0 && left > 0; n = in.read(some, 0, Math.min(left, some.length))) {
          out.write(some, 0, n);
          left -= n;
        }
      }
      return new Spooled(file, HexFormat.of().formatHex(digest.digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    } catch (IOException | RuntimeException e) {
      Files.delete(file);
      throw e;
    }
  }

  /** By which the same file is known when it is sent again. */
  public String sha256() {
    return sha256;
  }

  public long size() {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException("what was brought cannot be read", e);
    }
  }

  public byte[] bytes() {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("what was brought cannot be read", e);
    }
  }

  @Override
  public void close() throws IOException {
    Files.delete(file);
  }
}
