package org.zhili.core.ingest;

import java.util.function.Supplier;

/** Who is asked about devices, messages and readings, and by which rules of the city. */
record Sources(
    Devices devices,
    Openers openers,
    Decoders decoders,
    Judges judges,
    Supplier<IngestRules> rules) {}
