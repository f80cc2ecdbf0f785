package org.zhili.osgi.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhili.rules.CityPack;

class CityFolderTest {
  private final List<String> taken = new ArrayList<>();
  private CityOnDisk city;
  private CityFolder folder;

  @BeforeEach
  void open(@TempDir Path temp) {
    city = CityOnDisk.in(temp.resolve("city"));
    folder = new CityFolder(city.folder());
  }

  @AfterEach
  void close() {
    folder.close();
  }

  private void take(CityPack pack) {
    taken.add(pack.rules().name().en());
  }

  @Test
  void a_pack_is_handed_over_once_and_again_when_it_has_changed() {
    folder.look(this::take);
    folder.look(this::take);
    city.name("Willow River");
    folder.look(this::take);

    assertThat(taken).containsExactly("Stone Bridge", "Willow River");
  }

  @Test
  void a_faulty_pack_is_not_handed_over_until_it_is_mended() {
    city.spoil();
    folder.look(this::take);
    assertThat(taken).isEmpty();

    city.name("Mended");
    folder.look(this::take);
    assertThat(taken).containsExactly("Mended");
  }

  @Test
  void a_pack_whose_taker_failed_is_handed_over_again() {
    folder.look(
        pack -> {
          throw new IllegalStateException("the store is away");
        });
    folder.look(this::take);

    assertThat(taken).containsExactly("Stone Bridge");
  }

  @Test
  void nothing_is_handed_over_after_closing() {
    folder.close();
    folder.look(this::take);

    assertThat(taken).isEmpty();
  }
}
