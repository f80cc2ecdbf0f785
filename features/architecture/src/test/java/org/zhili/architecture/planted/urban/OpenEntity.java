package org.zhili.architecture.planted.urban;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.zhili.architecture.planted.Breaks;

@Entity
@Breaks("D6 entities")
public class OpenEntity {
  @Id long id;
}
