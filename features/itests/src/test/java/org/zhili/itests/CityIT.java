package org.zhili.itests;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A city's own archive, with the network cut. */
class CityIT {
  @Test
  void a_city_builds_its_own_archive_and_runs_it(@TempDir Path temp) throws Exception {
    CutOff.assumePossible();

    CutOff.runs(CityStory.class, temp.toString());
  }
}
