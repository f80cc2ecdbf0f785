package org.zhili.benchmarks;

import java.io.IOException;
import java.nio.file.Path;

/** Another process that keeps one processor busy, at the priority processes usually have. */
final class BusyProcess implements AutoCloseable {
  private final Process process;

  BusyProcess() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = System.getProperty("java.class.path");
    process = new ProcessBuilder(java, "-cp", classes, BusyProcess.class.getName()).start();
  }

  boolean isBusy() {
    return process.isAlive();
  }

  /** Spins until nobody holds the other end of its input any more, however that one ended. */
  public static void main(String[] args) throws IOException {
    Thread spinning =
        new Thread(
            () -> {
              while (true) {
                Thread.onSpinWait();
              }
            });
    spinning.setDaemon(true);
    spinning.start();
    while (System.in.read() >= 0) {
      // nobody writes anything
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
