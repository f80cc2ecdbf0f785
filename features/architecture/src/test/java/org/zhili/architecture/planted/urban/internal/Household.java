package org.zhili.architecture.planted.urban.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import java.util.List;
import org.zhili.architecture.planted.Breaks;
import org.zhili.architecture.planted.property.internal.Dwelling;

@Entity
@Breaks("D6 relations")
public class Household {
  @Id long id;
  @ManyToMany List<Dwelling> dwellings = List.of();
}
