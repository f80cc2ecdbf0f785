package org.zhili.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A city's own archive, with the network cut where the machine allows that. */
class CityIT {
  @Test
  void a_city_builds_its_own_archive_and_runs_it(@TempDir Path temp) throws Exception {
    if (CutOff.isPossible()) {
      CutOff.runs(CityStory.class, temp.toString());
    } else {
      System.err.println("this machine gives no network namespace; the story is told with it");
      CityStory.main(new String[] {temp.toString()});
    }
  }

  @Test
  void who_is_cut_off_knows_no_way_out() throws Exception {
    assumeTrue(CutOff.isPossible(), "this machine gives no network namespace");
    assertThat(CutOff.says("ip", "route", "show", "table", "all", "type", "unicast")).isEmpty();
  }
}
