package io.futureos.studio.render.provenance;

import io.futureos.studio.model.Fingerprint;
import java.util.Map;

/**
 * What was found in a file.
 *
 * @param manifest as it stands there
 * @param seal as it stands there
 * @param file of all bytes but the seal's
 * @param parts the fingerprints of the parts as they are; none if they can't be told from each other any more
 * @param rest what of the file belongs to no part, in words
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SealedFile(byte[] manifest, String seal, Fingerprint file, Map<String, Fingerprint> parts, String rest) {}
