package org.zhili.persistence.throwaway;

import java.util.List;
import java.util.function.Function;
import org.zhili.data.Database;
import org.zhili.data.ModuleSchema;
import org.zhili.persistence.throwaway.Parcel.Label;
import org.zhili.persistence.throwaway.Parcel.Stamp;

/** A whole module: made by reflection in a loader of its own, used through what it implements. */
public final class ParcelModule implements ModuleSchema, Function<Database, String> {

  @Override
  public String name() {
    return "throwaway";
  }

  @Override
  public List<Class<?>> entities() {
    return List.of(Parcel.class);
  }

  /** Write two parcels and follow the lazy reference from one to the other. */
  @Override
  public String apply(Database database) {
    Parcel sent =
        database.inTransaction(
            entities -> {
              Parcel last = new Parcel(new Label("last", List.of(new Stamp(2))), null);
              Parcel first = new Parcel(new Label("first", List.of(new Stamp(1))), last);
              entities.persist(last);
              entities.persist(first);
              return first;
            });
    return database.read(
        entities -> {
          Parcel next = entities.find(Parcel.class, sent.id()).next();
          return next == null
              ? "lost"
              : next.getClass().getSimpleName().substring(0, 7) + next.label().to();
        });
  }
}
