package org.zhili.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much memory a town holds while it works for ten minutes: what the process takes of the
 * machine, and what is left on the heap after a full collection, minute by minute.
 *
 * <p>{@code Memory --pid <town's process> --rate 1000 --minutes 10}, and what {@link Throughput}
 * takes. Runs on Linux, as the user the town runs as.
 */
final class Memory {
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
  private static final Pattern USED = Pattern.compile("heap.* used (\\d+)K");
  private static final int SECONDS = 60;

  private Memory() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Options options = Options.of(args);
    TownClient town = new TownClient(options);
    String pid = options.text("pid").orElseThrow(() -> new IllegalArgumentException("--pid?"));
    int rate = options.number("rate", 1_000);
    try (Load load = new Load(options, town, bin -> {})) {
      long before = town.stored();
      for (int minute = 0; minute <= options.number("minutes", 10); minute++) {
        if (minute > 0) {
          load.publish((long) rate * SECONDS, rate);
        }
        report(minute, town.stored() - before, pid);
      }
    }
  }

  private static void report(int minute, long stored, String pid)
      throws IOException, InterruptedException {
    long resident = resident(pid);
    jcmd(pid, "GC.run");
    long used = found(USED, jcmd(pid, "GC.heap_info"));
    Figures.print(
        "memory",
        "\"minute\":%d,\"stored\":%d,\"residentMb\":%d,\"heapAfterGcMb\":%d",
        minute,
        stored,
        resident / 1024,
        used / 1024);
  }

  /** What the process takes of the machine, in kB. */
  static long resident(String pid) throws IOException {
    return found(RESIDENT, Files.readString(Path.of("/proc", pid, "status")));
  }

  /** The most it ever took, in kB. */
  static long peak(String pid) throws IOException {
    return found(PEAK, Files.readString(Path.of("/proc", pid, "status")));
  }

  private static long found(Pattern pattern, String text) throws IOException {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IOException("nothing like " + pattern + " in " + text);
    }
    return Long.parseLong(matcher.group(1));
  }

  private static String jcmd(String pid, String command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), pid, command)
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("jcmd " + command + ": " + said);
    }
    return said;
  }
}
