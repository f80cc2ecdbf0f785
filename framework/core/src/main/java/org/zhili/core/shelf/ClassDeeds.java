package org.zhili.core.shelf;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a class can do that a plug-in has no business with: end the machine, run foreign code, pry
 * open what is closed. Read from its constant pool (JVM specification, 4.4); its code is not run,
 * and what it does by names made up at run time is not seen.
 */
final class ClassDeeds {
  private static final int MAGIC = 0xCAFEBABE;

  /** Methods, as {@code class.name}, and whole classes, that are told of. */
  private static final Map<String, String> TOLD =
      Map.of(
          "java/lang/System.exit", "System.exit",
          "java/lang/Runtime.exit", "Runtime.exit",
          "java/lang/Runtime.halt", "Runtime.halt",
          "java/lang/Runtime.exec", "Runtime.exec",
          "java/lang/ProcessBuilder.start", "ProcessBuilder",
          "java/lang/System.load", "native code",
          "java/lang/System.loadLibrary", "native code",
          "java/lang/reflect/AccessibleObject.setAccessible", "setAccessible",
          "java/lang/reflect/Field.setAccessible", "setAccessible",
          "java/lang/reflect/Method.setAccessible", "setAccessible");

  private static final Set<String> UNSAFE = Set.of("sun/misc/Unsafe", "jdk/internal/misc/Unsafe");

  private final Map<Integer, String> texts = new HashMap<>();
  private final Map<Integer, Integer> classes = new HashMap<>();
  private final Map<Integer, Integer> names = new HashMap<>();
  private final Map<Integer, int[]> methods = new HashMap<>();

  private ClassDeeds() {}

  /** The deeds of a class, in short words; none when it is no class. */
  static Set<String> of(byte[] code) {
    ClassDeeds pool = new ClassDeeds();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(code))) {
      if (in.readInt() == MAGIC) {
        in.readInt(); // the version of the format
        pool.read(in);
      }
    } catch (IOException e) {
      return Set.of(); // the machine will not make more of it
    }
    return pool.deeds();
  }

  private void read(DataInputStream in) throws IOException {
    int count = in.readUnsignedShort();
    for (int i = 1; i < count; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> texts.put(i, in.readUTF());
        case 3, 4 -> in.readInt();
        case 5, 6 -> {
          in.readLong();
          i++; // takes two places
        }
        case 7 -> classes.put(i, in.readUnsignedShort());
        case 8, 16, 19, 20 -> in.readUnsignedShort();
        case 10, 11 -> methods.put(i, new int[] {in.readUnsignedShort(), in.readUnsignedShort()});
        case 9, 17, 18 -> in.readInt();
        case 12 -> {
          names.put(i, in.readUnsignedShort());
          in.readUnsignedShort();
        }
        case 15 -> in.skipBytes(3);
        default -> throw new IOException("no constant has the tag " + tag);
      }
    }
  }

  private Set<String> deeds() {
    Set<String> deeds = new TreeSet<>();
    for (int[] method : methods.values()) {
      String name = text(classes.get(method[0])) + "." + text(names.get(method[1]));
      String told = TOLD.get(name);
      if (told != null) {
        deeds.add(told);
      }
    }
    if (classes.values().stream().map(this::text).anyMatch(UNSAFE::contains)) {
      deeds.add("Unsafe");
    }
    return deeds;
  }

  private String text(@Nullable Integer index) {
    return index == null ? "" : texts.getOrDefault(index, "");
  }
}
