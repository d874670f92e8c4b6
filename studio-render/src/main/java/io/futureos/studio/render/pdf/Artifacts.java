package io.futureos.studio.render.pdf;

import java.util.Map;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/**
 * What a page calls its artifacts, each kind once. The renderer marks the background of every box, painted or not, with a
 * description of its own, its place included: in a report of 40 pages these were 14,000 objects and half of the file. The
 * place may be left out (ISO 32000-1, table 330).
 */
final class Artifacts extends COSDictionary {

    @Override
    public boolean containsValue(Object value) {
        return getKeyForValue(value) != null;
    }

    @Override
    public @Nullable COSName getKeyForValue(Object value) {
        for (Map.Entry<COSName, COSBase> known : entrySet()) {
            if (known.getValue() instanceof COSDictionary one
                    && value instanceof COSDictionary other
                    && isSame(one, other, COSName.TYPE)
                    && isSame(one, other, COSName.SUBTYPE)) {
                return known.getKey();
            }
        }
        return null;
    }

    private static boolean isSame(COSDictionary one, COSDictionary other, COSName field) {
        COSName value = one.getCOSName(field);
        return value == null ? other.getCOSName(field) == null : value.equals(other.getCOSName(field));
    }

    @Override
    public void setItem(COSName key, COSBase value) {
        if (value instanceof COSDictionary artifact) {
            artifact.removeItem(COSName.BBOX);
        }
        super.setItem(key, value);
    }
}
