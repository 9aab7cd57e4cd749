package dev.facewright.ml.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairsFileTest {
    private static final String VIEW_TWO = """
            2\t1
            Ada_Lovelace\t1\t12
            Ada_Lovelace\t2\tAlan_Turing\t3
            Grace_Hopper\t4\t5
            Alan_Turing\t1\tÉmilie_du_Châtelet\t10000
            """;

    @Test
    void viewTwoHasFoldsOfGenuineThenImpostorPairs() {
        assertThat(PairsFile.parse(VIEW_TWO))
                .containsExactly(
                        new Pair("Ada_Lovelace/Ada_Lovelace_0001", "Ada_Lovelace/Ada_Lovelace_0012", true, 1),
                        new Pair("Ada_Lovelace/Ada_Lovelace_0002", "Alan_Turing/Alan_Turing_0003", false, 1),
                        new Pair("Grace_Hopper/Grace_Hopper_0004", "Grace_Hopper/Grace_Hopper_0005", true, 2),
                        new Pair(
                                "Alan_Turing/Alan_Turing_0001",
                                "Émilie_du_Châtelet/Émilie_du_Châtelet_10000",
                                false,
                                2));
    }

    @Test
    void viewOneIsOneFold() {
        assertThat(PairsFile.parse("1\nA\t1\t2\nA\t1\tB\t1\n"))
                .extracting(Pair::fold, Pair::genuine)
                .containsExactly(tuple(1, true), tuple(1, false));
    }

    @Test
    void lineEndsBlankLastLinesAndAByteOrderMarkDoNotMatter() {
        String windows = "\uFEFF" + VIEW_TWO.replace("\n", "\r\n").replace('\t', ' ') + "\r\n \r\n";
        assertThat(PairsFile.parse(windows)).isEqualTo(PairsFile.parse(VIEW_TWO));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                  | 1 | it is empty
            ten                                 | 1 | expected a whole number
            1 2 3                               | 1 | expected one or two numbers
            0                                   | 1 | expected a whole number
            9999999 9999999                     | 1 | at most 2000000 are read
            1;A 1 2                             | 3 | announces 2 pairs, but the file ends after 1
            1;A 1 2;A 1 B 1;A 1 2               | 4 | announces 2 pairs, but there are more
            1;;A 1 B 1                          | 2 | it is empty
            1;A 1 B 1;A 1 2                     | 2 | expected a genuine pair
            1;A 1 2;A 1 2                       | 3 | expected an impostor pair
            1;A 1 2;A 1 A 2                     | 3 | two different people
            1;A 1 2;A x B 1                     | 3 | expected a whole number
            1;A 1 0;A 1 B 1                     | 2 | expected a whole number
            1;A 1 -2;A 1 B 1                    | 2 | expected a whole number
            1;A 1 99999999999;A 1 B 1           | 2 | expected a whole number
            1;../../etc/passwd 1 2;A 1 B 1      | 2 | a name may hold letters
            1;a/b 1 2;A 1 B 1                   | 2 | a name may hold letters
            1;.. 1 2;A 1 B 1                    | 2 | a name may hold letters
            """)
    void aMalformedLineIsRefusedWithItsNumber(String lines, int line, String problem) {
        assertThatThrownBy(() -> PairsFile.parse(lines.replace(';', '\n')))
                .isInstanceOfSatisfying(
                        MalformedPairs.class,
                        malformed -> assertThat(malformed.line()).isEqualTo(line))
                .hasMessageStartingWith("Line " + line + ": ")
                .hasMessageContaining(problem);
    }

    @Test
    void aRefusalDoesNotRepeatANameFromTheFile() {
        assertThatThrownBy(() -> PairsFile.parse("1\nA\t1\t2\nAda_Lovelace\t1\tAda_Lovelace\t2\n"))
                .hasMessageNotContaining("Ada");
    }

    @Test
    void thePublishedViewTwoHasTenFoldsOfThreeHundredEach() throws IOException {
        List<Pair> pairs = PairsFile.parse(fixture("lfw/protocol/pairs.txt"));
        assertThat(pairs).hasSize(6000);
        for (int fold = 1; fold <= 10; fold++) {
            int number = fold;
            assertThat(pairs)
                    .filteredOn(pair -> pair.fold() == number && pair.genuine())
                    .hasSize(300);
            assertThat(pairs)
                    .filteredOn(pair -> pair.fold() == number && !pair.genuine())
                    .hasSize(300);
        }
        assertThat(pairs.getFirst().second()).isEqualTo("Abel_Pacheco/Abel_Pacheco_0004");
    }

    @Test
    void thePublishedViewOneIsReadToo() throws IOException {
        assertThat(PairsFile.parse(fixture("lfw/protocol/pairsDevTrain.txt"))).hasSize(2200);
        assertThat(PairsFile.parse(fixture("lfw/protocol/pairsDevTest.txt"))).hasSize(1000);
    }

    private static String fixture(String path) throws IOException {
        String folder = Objects.requireNonNullElse(
                System.getProperty("FACEWRIGHT_FIXTURES", System.getenv("FACEWRIGHT_FIXTURES")), "../shared/data");
        Path file = Path.of(folder, path);
        assumeTrue(
                Files.exists(file), () -> "Skipped: no " + file + "; set FACEWRIGHT_FIXTURES to the fixtures folder");
        return Files.readString(file);
    }
}
