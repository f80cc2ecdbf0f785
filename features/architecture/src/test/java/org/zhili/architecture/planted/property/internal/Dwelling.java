package org.zhili.architecture.planted.property.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class Dwelling {
  @Id long id;
}
