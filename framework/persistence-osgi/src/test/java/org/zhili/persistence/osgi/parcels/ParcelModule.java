package org.zhili.persistence.osgi.parcels;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.zhili.data.Database;
import org.zhili.data.ModuleSchema;
import org.zhili.persistence.osgi.parcels.Parcel.Label;

/** A module in a bundle of its own; tests reach it through the two interfaces. */
public final class ParcelModule implements ModuleSchema, Function<Database, Long> {

  @Override
  public String name() {
    return "parcels";
  }

  @Override
  public List<Class<?>> entities() {
    return List.of(Parcel.class);
  }

  /** Send two more parcels, follow the lazy reference, and answer how many there are. */
  @Override
  public Long apply(Database database) {
    UUID sent =
        database.inTransaction(
            entities -> {
              Parcel last = new Parcel(new Label("last", List.of("80分")), null);
              Parcel first = new Parcel(new Label("first", List.of()), last);
              entities.persist(last);
              entities.persist(first);
              return first.id();
            });
    return database.read(
        entities -> {
          String to =
              entities.find(Parcel.class, sent).next().map(next -> next.label().to()).orElse("");
          if (!to.equals("last")) {
            throw new IllegalStateException("arrived at " + to);
          }
          return entities
              .createQuery("select count(p) from Parcel p", Long.class)
              .getSingleResult();
        });
  }
}
