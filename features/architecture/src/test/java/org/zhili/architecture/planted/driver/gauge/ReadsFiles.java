package org.zhili.architecture.planted.driver.gauge;

import java.nio.file.Path;
import org.zhili.architecture.planted.Breaks;

@Breaks("D8")
public record ReadsFiles(Path calibration) {}
