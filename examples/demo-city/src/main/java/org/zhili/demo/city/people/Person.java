package org.zhili.demo.city.people;

import org.zhili.demo.city.town.Refusal;

/** Somebody who looks every now and then what there is to do. Called by one thread at a time. */
@FunctionalInterface
interface Person {
  void look() throws Refusal;
}
