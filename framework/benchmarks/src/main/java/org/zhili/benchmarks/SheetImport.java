package org.zhili.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.zhili.sheets.Column;
import org.zhili.sheets.SheetWriter;
import org.zhili.sheets.Table;
import org.zhili.text.Language;
import org.zhili.text.Wording;

/**
 * How long a town takes for sheets, and how much memory its process takes at most meanwhile: tried,
 * taken when all rows are new, and taken when each row changes an entry.
 *
 * <p>{@code SheetImport --pid <town's process> --list devices --rows 20000}, or {@code --list
 * accounts --rows 200 --sheets 10 --as security}, and the town and home that {@link Throughput}
 * takes. Runs on Linux, as the user the town runs as.
 */
final class SheetImport {
  private static final List<String> DEVICE = List.of("设备标识", "设施类别", "驱动", "区域代码", "地址");
  private static final List<String> ACCOUNT = List.of("Name", "Roles", "Unit", "Areas");

  private final TownClient town;
  private final String list;
  private final int rows;
  private final int sheets;
  private final String pid;

  private SheetImport(Options options) throws IOException, InterruptedException {
    town = new TownClient(options);
    list = options.text("list", "devices");
    rows = options.number("rows", 20_000);
    sheets = options.number("sheets", 1);
    pid = options.text("pid").orElseThrow(() -> new IllegalArgumentException("--pid?"));
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    SheetImport measured = new SheetImport(Options.of(args));
    measured.run("new", "operator");
    measured.run("changed", "supervisor");
  }

  private void run(String what, String said) throws IOException, InterruptedException {
    long tried = 0;
    long taken = 0;
    int counted = 0;
    // the kernel's mark of the most memory begins anew
    Files.writeString(Path.of("/proc", pid, "clear_refs"), "5");
    long before = Memory.resident(pid);
    for (int sheet = 0; sheet < sheets; sheet++) {
      byte[] book = book(sheet * rows, said);
      long begun = System.nanoTime();
      town.bring(list, true, book);
      long between = System.nanoTime();
      JsonNode done = town.bring(list, false, book);
      tried += between - begun;
      taken += System.nanoTime() - between;
      counted += done.path("added").asInt() + done.path("changed").asInt();
    }
    Figures.print(
        "import " + list,
        "\"rows\":%d,\"what\":\"%s\",\"triedMs\":%d,\"takenMs\":%d,\"beforeMb\":%d,\"peakMb\":%d",
        counted,
        what,
        tried / 1_000_000,
        taken / 1_000_000,
        before / 1024,
        Memory.peak(pid) / 1024);
  }

  private byte[] book(int from, String said) throws IOException {
    boolean accounts = list.equals("accounts");
    List<String> heads = accounts ? ACCOUNT : DEVICE;
    List<Column<List<String>>> columns =
        IntStream.range(0, heads.size())
            .mapToObj(
                at ->
                    Column.<List<String>>text(Wording.same(heads.get(at)), 20, row -> row.get(at)))
            .toList();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SheetWriter<List<String>> sheet =
        new SheetWriter<>(
            out, new Table<>(Wording.same(list), columns), Language.ZH, ZoneOffset.UTC);
    for (int row = from; row < from + rows; row++) {
      String name = String.format(Locale.ROOT, "sheet-%06d", row);
      sheet.add(
          accounts
              ? List.of(name, said, "", "whole city")
              : List.of(name, "trash_bin", "city-json", "990001", "by the " + said + " " + row));
    }
    sheet.finish();
    return out.toByteArray();
  }
}
