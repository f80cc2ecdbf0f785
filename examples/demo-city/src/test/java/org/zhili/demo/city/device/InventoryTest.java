package org.zhili.demo.city.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.zhili.demo.city.town.Bodies.Position;

class InventoryTest {
  private static final List<String> CELLS = List.of("990001001001001", "990001002003010");

  @Test
  void there_are_as_many_of_each_kind_and_none_twice() {
    List<Thing> things = Inventory.of(CELLS, 30, new Random(1));
    for (Kind kind : Kind.values()) {
      assertThat(things).filteredOn(thing -> thing.kind() == kind).hasSize(30);
    }
    assertThat(things).extracting(Thing::id).doesNotHaveDuplicates();
    assertThat(things)
        .extracting(Thing::asset)
        .doesNotHaveDuplicates()
        .allMatch(a -> a.length() == 16);
    assertThat(things).allMatch(thing -> CELLS.contains(thing.area()));
  }

  @Test
  void a_place_lies_in_its_cell() {
    assertThat(Grid.in("990001002001001", 0, 0)).isEqualTo(new Position(39.8, 101.6));
    // the first cell of the eastern street lies in the sixth column, the last row is the sixth
    Position east = Grid.in("990001001003010", 0.5, 0.5);
    assertThat(east.longitude()).isBetween(101.61, 101.6117);
    assertThat(east.latitude()).isBetween(39.8044, 39.8055);
  }
}
