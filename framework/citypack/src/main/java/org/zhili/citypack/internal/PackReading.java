package org.zhili.citypack.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhili.casework.CaseType;
import org.zhili.city.Shape;
import org.zhili.citypack.PackPart;
import org.zhili.citypack.Parsed;
import org.zhili.rules.CityPack;
import org.zhili.rules.CityRules;
import org.zhili.text.Words;

/** Reads the files of a pack one after another and puts it together. */
public final class PackReading {
  private static final String CITY = "city.json";

  private final Faults faults = Faults.of(CITY);
  private final Set<String> known = new HashSet<>(Set.of(CITY));
  private final PackFiles files;

  private PackReading(Path folder) {
    files = new PackFiles(folder, faults);
  }

  public static Parsed<CityPack> read(Path folder) {
    if (!Files.isDirectory(folder)) {
      Faults faults = Faults.of(folder.toString());
      faults.add(At.FILE, Problem.FOLDER_MISSING);
      return faults.faulty();
    }
    return new PackReading(folder).read();
  }

  private Parsed<CityPack> read() {
    Optional<CityFile> city = files.required(CITY).flatMap(text -> CityFile.read(text, faults));
    Registers registers =
        new Registers(
            optional("areas.csv", Registers.AREAS),
            required("units.csv", Registers.UNITS),
            optional("assets.csv", Registers.ASSETS),
            optional("devices.csv", Registers.DEVICES));
    List<CaseType> types = caseTypes();
    Policies policies =
        new Policies(
            Policies.calendar(required(PackPart.CALENDAR, Policies.CALENDAR)),
            Policies.catalogue(
                optional(PackPart.CATALOGUE, Policies.CATALOGUE),
                registers.area(),
                registers.unit()),
            Policies.alerts(optional("alerts.csv", Policies.ALERTS), byId(types)),
            Policies.ranges(optional("ranges.csv", Policies.RANGES)),
            Policies.matters(optional("matters.csv", Policies.MATTERS), byId(types)));
    List<Shape> shapes =
        files
            .text(ShapesFile.NAME, ShapesFile.MOST_BYTES)
            .map(text -> ShapesFile.read(text, registers.area(), faults.in(ShapesFile.NAME)))
            .orElse(List.of());
    known.add(ShapesFile.NAME);
    known.addAll(PackWords.FILES);
    Words words = PackWords.read(files, faults);
    files.reportUnknown(known);
    return city.isPresent() && faults.none()
        ? new Parsed.Read<>(
            new CityPack(
                rules(city.get(), policies),
                registers.areas(),
                registers.units(),
                registers.assets(),
                registers.devices(),
                types,
                words,
                shapes))
        : faults.faulty();
  }

  private CityRules rules(CityFile city, Policies policies) {
    return new CityRules(
        files.version(),
        city.name(),
        city.tenant(),
        city.zone(),
        city.hours(),
        policies.calendar(),
        policies.catalogue(),
        policies.alerts(),
        policies.ranges(),
        city.review(),
        city.strategy(),
        city.scoringModel(),
        policies.matters());
  }

  private List<CaseType> caseTypes() {
    List<CaseType> types = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (String file : files.caseTypes()) {
      Faults here = faults.in(file);
      files
          .optional(file)
          .map(text -> CaseTypeReading.checked(text, here))
          .filter(parsed -> parsed instanceof Parsed.Read<CaseType>)
          .map(Parsed::orThrow)
          .ifPresent(
              type -> {
                if (!ids.add(type.id())) {
                  here.add(At.FILE, Problem.ID_TWICE, "id", type.id());
                }
                types.add(type);
              });
    }
    return types;
  }

  private static Map<String, CaseType> byId(List<CaseType> types) {
    Map<String, CaseType> byId = new HashMap<>();
    types.forEach(type -> byId.put(type.id(), type));
    return byId;
  }

  private Table required(String file, Table.Columns columns) {
    return table(file, columns, files.required(file));
  }

  private Table optional(String file, Table.Columns columns) {
    return table(file, columns, files.optional(file));
  }

  private Table table(String file, Table.Columns columns, Optional<String> text) {
    known.add(file);
    return text.map(content -> TableReading.read(content, columns, faults.in(file)))
        .orElse(Table.NONE);
  }
}
