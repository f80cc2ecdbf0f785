package org.zhili.sheets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks made by hand, also such as no program writes. */
final class Files {
  private Files() {}

  static byte[] book(String rows) {
    return book(rows, "");
  }

  static byte[] book(String rows, String after) {
    return pack(parts(rows, after));
  }

  static Map<String, String> parts(String rows, String after) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "xl/worksheets/sheet1.xml",
        "<worksheet><sheetData>" + rows + "</sheetData>" + after + "</worksheet>");
    parts.put(
        "xl/workbook.xml",
        """
        <workbook xmlns:r="urn:r"><sheets>
          <sheet name="secret" state="veryHidden" r:id="r2"/><sheet name="shown" r:id="r1"/>
        </sheets></workbook>""");
    parts.put(
        "xl/_rels/workbook.xml.rels",
        """
        <Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/>
        <Relationship Id="r2" Target="/xl/worksheets/sheet2.xml"/></Relationships>""");
    parts.put(
        "xl/styles.xml",
        """
        <styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m"/>
        <numFmt numFmtId="165" formatCode="[Red]0.0&quot;day&quot;"/>
        <numFmt numFmtId="166" formatCode="00000;-00"/></numFmts>
        <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="22"><alignment/></xf><xf numFmtId="164"/>
        <xf numFmtId="165"/><xf numFmtId="166"/></cellXfs></styleSheet>""");
    parts.put(
        "xl/sharedStrings.xml",
        """
        <sst><si><t>plain</t></si>\
        <si><r><t>𠮷 </t></r><rPh><t>yoshi</t></rPh><r><t>rich</t></r></si></sst>""");
    return parts;
  }

  static byte[] pack(Map<String, String> parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
