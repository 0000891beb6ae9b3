package org.summitthemes.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.summitthemes.config.CompareConfig;
import org.summitthemes.config.LabelConfig;
import org.summitthemes.config.PrepareConfig;
import org.summitthemes.support.Catalogs;
import org.summitthemes.support.GeneralDebate;
import org.summitthemes.support.SparkExtension;
import org.summitthemes.table.BridgeMembership;
import org.summitthemes.table.FactThemeShift;
import org.summitthemes.table.Records;
import org.summitthemes.table.SpeechTally;
import org.summitthemes.table.SurestSentence;
import org.summitthemes.text.PreparedSpeech;
import org.summitthemes.text.SpeechPreparer;
import org.summitthemes.text.Vocabulary;
import org.summitthemes.theme.Catalog;
import org.summitthemes.theme.Label;
import org.summitthemes.theme.Labeller;
import org.summitthemes.theme.Unit;

/** What everybody knows of the UN General Debate's years must be among the shifts reported. */
@ExtendWith(SparkExtension.class)
class GeneralDebateHistoryTest {
  private static final Set<Integer> YEARS =
      Set.of(1972, 1973, 1974, 1975, 2000, 2001, 2002, 2021, 2022, 2023);
  private static final Catalog CATALOG = Catalog.of(Catalogs.shipped("themes.yaml"));

  private static final List<String> THEMES =
      Stream.concat(CATALOG.themeIds().stream(), Stream.of(Catalog.OTHER)).toList();

  private static final Map<String, long[]> WORDS = new TreeMap<>();

  private final SparkSession spark = SparkExtension.spark();

  @BeforeAll
  static void labelSpeeches() throws IOException {
    ThreadLocal<SpeechPreparer> preparer =
        ThreadLocal.withInitial(() -> new SpeechPreparer(PrepareConfig.defaults()));
    Labeller labeller = new Labeller(CATALOG, null, null, LabelConfig.defaults());
    GeneralDebate.ofYears(YEARS).entrySet().parallelStream()
        .map(
            speech ->
                Map.entry(speech.getKey(), words(speech.getValue(), preparer.get(), labeller)))
        .toList()
        .forEach(speech -> WORDS.put(speech.getKey(), speech.getValue()));
  }

  @Test
  void theOilCrisisAndTheWarsAreAmongTheShifts() {
    List<FactThemeShift> shifts = shifts(List.copyOf(WORDS.keySet()));

    assertThat(shifts)
        .filteredOn(shift -> shift.verdict().equals("rose"))
        .extracting(shift -> shift.themeId() + " " + shift.periodFrom() + " " + shift.periodTo())
        .contains("energy 1973 1974", "security 2000 2001", "security 2021 2022");
  }

  @Test
  void speechesWithShuffledYearsHardlyShift() {
    List<String> shuffled = new ArrayList<>(WORDS.keySet());
    int cells = 0;
    int found = 0;
    for (int seed = 0; seed < 5; seed++) {
      Collections.shuffle(shuffled, new Random(seed));
      List<FactThemeShift> shifts = shifts(shuffled);
      cells += shifts.size();
      found +=
          (int)
              shifts.stream()
                  .filter(shift -> Set.of("rose", "fell").contains(shift.verdict()))
                  .count();
    }

    System.out.printf("Shuffled years of the debate: %d of %d cells shift%n", found, cells);
    assertThat(cells).isGreaterThan(150);
    assertThat(found).isLessThanOrEqualTo(cells / 20);
  }

  private static long[] words(String text, SpeechPreparer preparer, Labeller labeller) {
    List<PreparedSpeech.Sentence> sentences = preparer.prepare(text, "en").sentences();
    List<Label> labels =
        labeller.labels(
            sentences.stream()
                .map(sentence -> new Unit(sentence.text(), sentence.language()))
                .toList());
    long[] words = new long[THEMES.size()];
    for (int i = 0; i < labels.size(); i++) {
      words[THEMES.indexOf(labels.get(i).themeId())] += sentences.get(i).tokens().words();
    }
    return words;
  }

  /**
   * The shifts of the debate.
   *
   * @param dates for each speech, in the order of the names, the one whose year it takes
   */
  private List<FactThemeShift> shifts(List<String> dates) {
    List<String> ids = List.copyOf(WORDS.keySet());
    List<Row> speeches =
        IntStream.range(0, ids.size())
            .mapToObj(
                i ->
                    RowFactory.create(
                        ids.get(i),
                        null,
                        ids.get(i).substring(0, 3),
                        "UN",
                        LocalDate.of(GeneralDebate.year(dates.get(i)), 1, 1),
                        "year",
                        "en",
                        null))
            .toList();
    List<Row> tallies = new ArrayList<>();
    WORDS.forEach(
        (id, words) ->
            tallies.add(
                Records.row(
                    new SpeechTally(
                        id,
                        "en",
                        false,
                        Collections.nCopies(words.length, 1),
                        Arrays.stream(words).boxed().toList(),
                        List.of(),
                        List.of(),
                        List.of()))));
    try (CompareJob.Outputs outputs =
        CompareJob.transform(
            new CompareJob.Inputs(
                table(
                    speeches,
                    "speech_id string, speaker_id string, country_id string, organization_id string,"
                        + " event_date date, date_precision string, language string, duplicate_of string"),
                spark.createDataFrame(tallies, Records.schema(SpeechTally.class)),
                spark.createDataFrame(List.of(), Records.schema(SurestSentence.class)),
                Vocabulary.of(List.of()),
                table(List.of(), "organization_id string, term string"),
                spark.createDataFrame(List.of(), Records.schema(BridgeMembership.class)),
                THEMES),
            CompareConfig.defaults())) {
      return Records.list(outputs.themeShifts(), FactThemeShift.class);
    }
  }

  private Dataset<Row> table(List<Row> rows, String ddl) {
    return spark.createDataFrame(rows, StructType.fromDDL(ddl));
  }
}
