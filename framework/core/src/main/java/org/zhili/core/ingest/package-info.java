/**
 * From a message to readings, alerts and the rows that make work of them: the ingestion pipeline
 * (物联接入).
 *
 * <p>Start at {@link org.zhili.core.ingest.Ingestion}, which wires the rest over the ports {@link
 * org.zhili.core.ingest.IngestStore}, {@link org.zhili.core.ingest.Devices}, {@link
 * org.zhili.core.ingest.Decoders} and {@link org.zhili.core.ingest.Judges}.
 */
@NullMarked
@Export
@Version("1.0.0")
package org.zhili.core.ingest;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
