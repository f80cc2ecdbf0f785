package org.zhili.osgi.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The smallest city there is, in a folder. */
record CityOnDisk(Path folder) {
  static CityOnDisk in(Path folder) {
    CityOnDisk city = new CityOnDisk(folder);
    city.name("Stone Bridge");
    city.write(
        "calendar.csv", "date,kind,name,source\n2026-01-01,holiday,New Year,test calendar\n");
    city.write("units.csv", "id,name_zh,name_en\nworks,市政,Municipal works\n");
    return city;
  }

  void name(String name) {
    write(
        "city.json",
        """
        {"name": {"zh": "石桥", "en": "%s"}, "tenant": "demo", "zone": "Asia/Shanghai",
         "strategy": "rule-table", "scoringModel": "three-rates"}
        """
            .formatted(name));
  }

  void spoil() {
    write("city.json", "{\"name\": ");
  }

  private void write(String file, String content) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(file), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
