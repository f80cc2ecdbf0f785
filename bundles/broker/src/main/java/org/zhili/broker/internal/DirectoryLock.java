package org.zhili.broker.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps a second broker, in this process or another, out of a journal's directory. */
final class DirectoryLock implements AutoCloseable {
  private final FileChannel file;

  private DirectoryLock(FileChannel file) {
    this.file = file;
  }

  /** Whether the lock was had, and if not, why. */
  sealed interface Attempt {
    record Held(DirectoryLock lock) implements Attempt {}

    record Taken() implements Attempt {}

    record Unusable(String reason) implements Attempt {}
  }

  static Attempt take(Path directory) {
    try {
      for (String part : ArtemisSettings.PARTS) {
        Path inside = Files.createDirectories(directory.resolve(part));
        if (!Files.isWritable(inside)) {
          return new Attempt.Unusable(inside.toString());
        }
      }
      FileChannel file =
          FileChannel.open(
              directory.resolve("broker.lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      if (tryLock(file) == null) {
        file.close();
        return new Attempt.Taken();
      }
      return new Attempt.Held(new DirectoryLock(file));
    } catch (IOException e) {
      return new Attempt.Unusable(e.getClass().getSimpleName());
    }
  }

  private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
