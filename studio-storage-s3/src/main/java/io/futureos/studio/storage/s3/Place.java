package io.futureos.studio.storage.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.Fingerprint;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A bucket at a server, and what the names of our objects in it begin with. */
record Place(String server, String bucket, String prefix) {

    private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    /** S3 takes names of 1,024 bytes, of which a key takes 64. */
    private static final int LONGEST_PREFIX = 1_024 - 64;

    Place {
        if (bucket.isBlank()) {
            throw new IllegalArgumentException("A bucket has a name, but this is \"" + bucket + "\"");
        }
        requirePrefix(prefix);
    }

    // Proxies and clients resolve such segments as if they were directories, and the blobs would land elsewhere.
    private static void requirePrefix(String prefix) {
        List<String> segments = List.of(prefix.split("/", -1));
        boolean climbs = segments.contains("..") || segments.contains(".");
        boolean gapes = segments.subList(0, segments.size() - 1).contains("");
        if (climbs || gapes || CONTROL.matcher(prefix).find()) {
            throw new IllegalArgumentException(
                    "A key prefix is like \"studio/blobs/\", without \".\", \"..\", empty segments "
                            + "and control characters, but this is \""
                            + CONTROL.matcher(prefix).replaceAll("?") + "\"");
        }
        if (prefix.getBytes(UTF_8).length > LONGEST_PREFIX) {
            throw new IllegalArgumentException("A key prefix has at most " + LONGEST_PREFIX
                    + " bytes in UTF-8, but this has " + prefix.getBytes(UTF_8).length);
        }
    }

    String objectOf(BlobKey key) {
        return prefix + key;
    }

    /** The blob that this object is; empty for what others keep in the bucket. */
    Optional<BlobKey> blobOf(String object) {
        return Optional.of(object)
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .filter(name -> KEY.matcher(name).matches())
                .map(name -> new BlobKey(new Fingerprint(name)));
    }

    @Override
    public String toString() {
        return "bucket \"" + bucket + "\" at " + server + (prefix.isEmpty() ? "" : " under \"" + prefix + "\"");
    }
}
