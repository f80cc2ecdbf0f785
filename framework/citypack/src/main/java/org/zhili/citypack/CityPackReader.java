package org.zhili.citypack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Map;
import org.zhili.citypack.internal.PackReading;
import org.zhili.rules.CityPack;

/**
 * Reads a city pack (城市数据包) from its folder.
 *
 * <p>All files are UTF-8; tables are CSV with a header row, lists inside a field are separated by
 * {@code |}. Columns in brackets may be left out or left empty.
 *
 * <table>
 * <caption>The files of a pack</caption>
 * <tr><td>{@code city.json}</td><td>{@code name} ({@code zh}, {@code en}), {@code tenant}, {@code
 *     zone}, {@code strategy}, {@code scoringModel}; and where they differ from the default {@code
 *     workingHours} ({@code [["09:00","12:00"],["14:00","18:00"]]}) and {@code review} ({@code
 *     confidenceBar} 0.6, {@code subjects}, {@code severities}, {@code returns} 2)</td></tr>
 * <tr><td>{@code calendar.csv}</td><td>date, kind ({@code holiday} or {@code make-up-workday}),
 *     name, source; a year without a row is a year nobody knows</td></tr>
 * <tr><td>{@code units.csv}</td><td>id, name_zh, name_en, [duties], [areas], [territorial_for],
 *     [parent]</td></tr>
 * <tr><td>{@code areas.csv}, may be missing</td><td>id, level, [parent], name_zh, name_en</td></tr>
 * <tr><td>{@code areas.geojson}, may be missing</td><td>where areas lie, for the map: a {@code
 *     FeatureCollection} of polygons and multipolygons in WGS-84, each with the {@code area} among
 *     its {@code properties}; whatever else a map program writes is left aside</td></tr>
 * <tr><td>{@code assets.csv}, may be missing</td><td>code, type, name_zh, name_en, area, address,
 *     [latitude, longitude], [owner], [competent], [maintainer], [supervisor]</td></tr>
 * <tr><td>{@code devices.csv}, may be missing</td><td>id, type, driver, area, address, [latitude,
 *     longitude], [asset], [settings] ({@code bin.depth=1200|floor=2}), [network] ({@code
 *     things-stack:bins@ttn:bin-7}, for a device that a network speaks for)</td></tr>
 * <tr><td>{@code catalogue.csv}, may be missing</td><td>id, subject, [condition] (one as in {@code
 *     alerts.csv}, for which the row goes before those without), [area], lead, [assisting],
 *     [supervising], from, [until] (the first day it no longer holds), [source]</td></tr>
 * <tr><td>{@code alerts.csv}, may be missing</td><td>subject, condition, [case_type], [filing],
 *     [raise_after] 1, [clear_after] 1, [quiet_after_clear] ({@code PT30M})</td></tr>
 * <tr><td>{@code ranges.csv}, may be missing</td><td>metric, minimum, maximum, [source]</td></tr>
 * <tr><td>{@code case-types/*.json}, may be missing</td><td>as the package describes</td></tr>
 * <tr><td>{@code words_zh_CN.properties} and {@code words_en.properties}, may be missing</td><td>words
 *     in place of those of modules and of the town, by key</td></tr>
 * </table>
 *
 * <p>Other tables, JSON files and properties directly in the folder are faults, since a mistyped
 * name would silently lose its content. The version of the rules is taken from the content of the
 * files but the words and the map: equal content, equal version.
 *
 * <p>Thread-safe; reads each file once.
 */
public final class CityPackReader {
  private CityPackReader() {}

  /** Read a pack. Faults of every file are found at once. */
  public static Parsed<CityPack> read(Path folder) {
    return PackReading.read(folder);
  }

  /**
   * Read a pack from the class path: a folder of class files, or of a jar.
   *
   * @param folder as {@link Class#getResource(String)} takes it
   * @throws IllegalArgumentException when there is no such folder on the class path
   */
  public static Parsed<CityPack> read(Class<?> owner, String folder) {
    URL url = owner.getResource(folder);
    if (url == null) {
      throw new IllegalArgumentException("no folder " + folder + " beside " + owner.getName());
    }
    try {
      if (!url.getProtocol().equals("jar")) {
        return read(Path.of(url.toURI()));
      }
      JarURLConnection entry = (JarURLConnection) url.openConnection();
      try (FileSystem jar =
          FileSystems.newFileSystem(Path.of(entry.getJarFileURL().toURI()), Map.of())) {
        return read(jar.getPath("/" + entry.getEntryName()));
      }
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("not a folder: " + url, e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + url, e);
    }
  }
}
