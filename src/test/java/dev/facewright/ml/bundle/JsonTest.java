package dev.facewright.ml.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void everyKindOfValueIsWrittenAsTheStandardHasIt() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("text", "a\"b\\c\nd\re\tf\u0001g\u4f60");
        object.put("number", 0.5);
        object.put("flag", true);
        object.put("nothing", null);
        object.put("list", List.of(1, List.of()));
        object.put("empty", Map.of());
        assertThat(Json.write(object)).isEqualTo("""
                        {
                          "text": "a\\"b\\\\c\\nd\\re\\tf\\u0001g\u4f60",
                          "number": 0.5,
                          "flag": true,
                          "nothing": null,
                          "list": [
                            1,
                            []
                          ],
                          "empty": {}
                        }
                        """);
    }

    @Test
    void aPairOfSurrogatesAndHalfOfOneBothSurvive() {
        assertThat(Json.write(Map.of("k", "\ud83d\ude00"))).contains("\\ud83d\\ude00");
        assertThat(Json.write(Map.of("k", "\ud83d"))).contains("\\ud83d");
    }

    @Test
    void whatJsonCannotSayIsRefused() {
        assertThatThrownBy(() -> Json.write(Map.of("k", Double.NaN))).hasMessageContaining("NaN");
        assertThatThrownBy(() -> Json.write(Map.of("k", new Object()))).hasMessageContaining("No JSON form");
    }
}
