package org.zhili.demo.city;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhili.demo.city.town.Answers;
import org.zhili.demo.city.town.Login;
import org.zhili.demo.city.town.Refusal;
import org.zhili.demo.city.town.Registrar;

/** What there is in the town before anything happens: its cells, its devices, and its people. */
final class Settlement {
  /** The device that is left to whoever watches. */
  static final String STORY = "MC-001";

  private final Registrar registrar;
  private final Login administrator;

  Settlement(Registrar registrar, Login administrator) {
    this.registrar = registrar;
    this.administrator = administrator;
  }

  Registrar registrar() {
    return registrar;
  }

  /** Codes of the cells of the district. */
  List<String> cells() throws Refusal {
    List<String> cells = new ArrayList<>();
    for (Answers.Area area : administrator.get("areas", Answers.Area[].class)) {
      if (area.level().equals("cell")) {
        cells.add(area.id());
      }
    }
    return List.copyOf(cells);
  }

  /** Devices the city pack brings. */
  List<Answers.Device> devices() throws Refusal {
    return administrator.get("devices?limit=200", Answers.Devices.class).items();
  }

  /** A worker for every unit. */
  Map<String, Login> workers() throws Refusal {
    Map<String, Login> workers = new TreeMap<>();
    for (Answers.Unit unit : administrator.get("units", Answers.Unit[].class)) {
      workers.put(unit.id(), registrar.worker(unit.id()));
    }
    return workers;
  }
}
