package org.zhili.architecture.planted.urban;

import org.zhili.architecture.planted.Breaks;
import org.zhili.architecture.planted.property.internal.Dwelling;

@Breaks("D4")
public interface KnowsAnotherModule {
  Dwelling[] dwellings();
}
