package org.zhili.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zhili.core.clock.BusinessClock;

/** A city pack with as many waste bins as a measurement wants, each at an address of its own. */
final class BenchCity {
  static final String TENANT = "bench";

  private static final List<String> FILES =
      List.of("city.json", "areas.csv", "units.csv", "catalogue.csv", "alerts.csv", "ranges.csv");

  private BenchCity() {}

  /** Write the pack: {@code BenchCity <folder> <bins>}. */
  public static void main(String[] args) {
    write(Path.of(args[0]), Integer.parseInt(args[1]), BusinessClock.system().instant());
  }

  /** Write the pack; its calendar knows the year of that instant and those around it. */
  static void write(Path folder, int bins, Instant now) {
    try {
      Files.createDirectories(folder);
      for (String file : FILES) {
        try (InputStream in = BenchCity.class.getResourceAsStream("city/" + file)) {
          Files.copy(in, folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
      }
      Files.write(folder.resolve("devices.csv"), devices(bins));
      Files.write(folder.resolve("calendar.csv"), calendar(now.atZone(ZoneOffset.UTC).getYear()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String bin(int number) {
    return String.format(Locale.ROOT, "bin-%06d", number);
  }

  static String topic(int number) {
    return "zhili/v1/" + TENANT + "/" + bin(number) + "/up";
  }

  /** The address is the id, so that a case tells which bin it is about. */
  private static List<String> devices(int bins) {
    return Stream.concat(
            Stream.of("id,type,driver,area,address"),
            IntStream.range(0, bins)
                .mapToObj(BenchCity::bin)
                .map(bin -> bin + ",trash_bin,city-json,990001," + bin))
        .toList();
  }

  private static List<String> calendar(int year) {
    return Stream.concat(
            Stream.of("date,kind,name,source"),
            IntStream.rangeClosed(year - 1, year + 1)
                .mapToObj(y -> y + "-01-01,holiday,元旦,benchmark"))
        .toList();
  }
}
