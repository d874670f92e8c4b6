package io.futureos.studio.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.io.schubfach.DoubleToDecimal;
import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.model.OpenValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

    /** RFC 8785, appendix B. */
    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "ffefffffffffffff, -1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "c340000000000000, -9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555554, 333333333.33333325",
        "41b3de4355555555, 333333333.3333333",
        "41b3de4355555556, 333333333.3333334",
        "41b3de4355555557, 333333333.33333343",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2"
    })
    void numbers_are_written_as_the_samples_of_rfc_8785(String bits, String expected) {
        double value = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));

        assertThat(CanonicalJson.write(value)).isEqualTo(expected);
    }

    /** Values at which the JDK before 19, or rounding near a power of two, goes astray. */
    @ParameterizedTest
    @CsvSource({
        "2.0e-3, 0.002",
        "2.2250738585072014e-308, 2.2250738585072014e-308",
        "2.225073858507201e-308, 2.225073858507201e-308",
        "1.2e-322, 1.2e-322",
        "2.0e23, 2e+23",
        "8.41e21, 8.41e+21",
        "2.2e-322, 2.2e-322",
        "9007199254740993.0, 9007199254740992",
        "5.684341886080802e-14, 5.684341886080802e-14",
        "1.0e22, 1e+22",
        "123456789012345680000, 123456789012345680000",
        "0.1, 0.1",
        "0.30000000000000004, 0.30000000000000004"
    })
    void numbers_have_no_digit_too_many(double value, String expected) {
        assertThat(CanonicalJson.write(value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void a_number_that_is_not_finite_is_refused(double value) {
        assertThatThrownBy(() -> CanonicalJson.write(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Double.toString(value));
    }

    /** Against another algorithm, Giulietti's Schubfach, which writes at least two digits. */
    @Property(tries = 20_000)
    void any_double_has_the_digits_that_schubfach_finds(@ForAll long bits) {
        assertDigitsOf(Double.longBitsToDouble(bits));
        assertDigitsOf(Double.longBitsToDouble(bits & 0x000f_ffff_ffff_ffffL));
        assertDigitsOf(Double.longBitsToDouble(bits & 0xfff0_0000_0000_0000L));
        assertDigitsOf(bits / 1e6);
    }

    private static void assertDigitsOf(double value) {
        if (!Double.isFinite(value)) {
            return;
        }
        String text = CanonicalJson.write(value);

        assertThat(Double.parseDouble(text)).isEqualTo(value + 0.0);
        BigDecimal other = new BigDecimal(DoubleToDecimal.toString(value)).stripTrailingZeros();
        if (other.precision() > 2) {
            assertThat(new BigDecimal(text)).isEqualByComparingTo(other);
        } else {
            assertThat(new BigDecimal(text).stripTrailingZeros().precision()).isLessThanOrEqualTo(other.precision());
        }
    }

    /** RFC 8785, section 3.2.2 and 3.2.3. */
    @Test
    void the_examples_of_rfc_8785_come_out_as_printed_there() {
        var value = new LinkedHashMap<String, Object>();
        value.put(
                "numbers",
                List.of(Double.parseDouble("333333333.33333329"), 1E30, 4.50, 2e-3, 0.000000000000000000000000001));
        value.put("string", "\u20ac$\u000f\nA'B\"\\\\\"/");
        value.put("literals", Arrays.asList(null, true, false));

        assertThat(CanonicalJson.write(value))
                .isEqualTo("{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void keys_are_sorted_by_utf_16_code_units() {
        var keys = List.of("\u20ac", "\r", "\ufb33", "1", "\ud83d\ude00", "\u0080", "\u00f6");
        var value = new LinkedHashMap<String, Object>();
        keys.forEach(key -> value.put(key, 1L));

        assertThat(CanonicalJson.write(value))
                .isEqualTo(
                        "{\"\\r\":1,\"1\":1,\"\u0080\":1,\"\u00f6\":1,\"\u20ac\":1,\"\ud83d\ude00\":1,\"\ufb33\":1}");
    }

    @Test
    void the_order_in_which_keys_were_given_does_not_matter() {
        var upwards = new TreeMap<String, Object>(Map.of("a", 1L, "b", List.of(), "c", Map.of()));
        var downwards = new TreeMap<String, Object>(Collections.reverseOrder());
        downwards.putAll(upwards);

        assertThat(CanonicalJson.write(downwards))
                .isEqualTo(CanonicalJson.write(upwards))
                .isEqualTo("{\"a\":1,\"b\":[],\"c\":{}}");
    }

    @Test
    void a_whole_number_has_one_form_however_it_is_held() {
        assertThat(List.of(CanonicalJson.write(7), CanonicalJson.write(7L), CanonicalJson.write(7.0)))
                .containsOnly("7");
        assertThat(CanonicalJson.write(OpenValue.MAX_WHOLE)).isEqualTo("9007199254740991");
    }

    @ParameterizedTest
    @ValueSource(longs = {OpenValue.MAX_WHOLE + 1, -OpenValue.MAX_WHOLE - 1, Long.MAX_VALUE, Long.MIN_VALUE})
    void a_whole_number_that_a_double_cannot_hold_is_refused(long value) {
        assertThatThrownBy(() -> CanonicalJson.write(value)).hasMessageContaining(Long.toString(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d", "a\ud83db", "\ude00", "\ude00\ud83d"})
    void half_a_surrogate_pair_is_refused(String text) {
        assertThatThrownBy(() -> CanonicalJson.write(text)).hasMessageContaining("surrogate");
        assertThatThrownBy(() -> CanonicalJson.write(Map.of(text, 1L))).hasMessageContaining("surrogate");
    }

    @Test
    void what_is_not_an_open_value_is_refused() {
        assertThatThrownBy(() -> CanonicalJson.write(Thread.State.NEW)).hasMessageContaining("java.lang.Thread$State");
        assertThatThrownBy(() -> CanonicalJson.write(Map.of(1, 2))).hasMessageContaining("one is 1");
    }

    @Property
    void text_has_only_the_escapes_that_json_needs(@ForAll @Size(max = 20) char[] chars) {
        var plain = new StringBuilder();
        for (char c : chars) {
            plain.append(Character.isSurrogate(c) ? ' ' : c);
        }
        String text = plain.toString();

        String json = CanonicalJson.write(text);
        var escaped = new ArrayList<String>();
        for (int i = json.indexOf('\\'); i >= 0; i = json.indexOf('\\', i + 2)) {
            escaped.add(json.substring(i, i + 2));
        }
        assertThat(List.of("\\\"", "\\\\", "\\b", "\\t", "\\n", "\\f", "\\r", "\\u"))
                .containsAll(escaped);
        assertThat(escaped).hasSize((int)
                text.chars().filter(c -> c < ' ' || c == '"' || c == '\\').count());
    }

    @Test
    void the_fingerprint_is_the_sha_256_of_the_text_in_utf_8() {
        assertThat(CanonicalJson.fingerprint(Map.of("name", "Ærlig")))
                .isEqualTo(Fingerprint.of("{\"name\":\"Ærlig\"}"));
    }
}
