package org.zhili.persistence.modules;

import java.util.List;
import org.zhili.data.ModuleSchema;

/** The schemas that the tests open. */
public record SampleSchema(String name, List<Class<?>> entities, String migrations)
    implements ModuleSchema {

  public static SampleSchema notes() {
    return new SampleSchema("notes", List.of(Note.class), "db/notes");
  }

  public static SampleSchema tallies() {
    return new SampleSchema("tallies", List.of(Tally.class), "db/tallies");
  }

  public SampleSchema called(String other) {
    return new SampleSchema(other, entities, migrations);
  }
}
