package io.futureos.studio.testkit.engine;

import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.Callable;

/** A machine set up for other people: Turkish has its own upper-case i, Thai its own digits and calendar. */
final class Elsewhere {

    private Elsewhere() {}

    static <T> T call(Callable<T> work) throws Exception {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-thai-ca-buddhist"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            return work.call();
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }
}
