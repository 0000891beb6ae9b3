package org.summitthemes.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.summitthemes.config.CompareConfig;
import org.summitthemes.stats.BenjaminiHochberg;
import org.summitthemes.support.SparkExtension;
import org.summitthemes.support.TextTable;
import org.summitthemes.table.BridgeMembership;
import org.summitthemes.table.DimSpeech;
import org.summitthemes.table.FactDistinctiveTerm;
import org.summitthemes.table.FactOrganizationContrast;
import org.summitthemes.table.FactOrganizationTheme;
import org.summitthemes.table.FactSpeakerContrast;
import org.summitthemes.table.FactSpeechTheme;
import org.summitthemes.table.FactThemeChangePoint;
import org.summitthemes.table.FactThemeShift;
import org.summitthemes.table.FactTypicalSentence;
import org.summitthemes.table.Records;
import org.summitthemes.text.Phrases;
import org.summitthemes.text.Vocabulary;

@ExtendWith(SparkExtension.class)
class CompareJobTest {
  private static final CompareConfig CONFIG =
      new CompareConfig(
          0.9, 200, 200, 5, 0.05, 20, 0, 1, false, 2, List.of("organization"), "all", 42);
  private static final StructType TERMS =
      StructType.fromDDL(
          "speech_id STRING, sentence_no INT, language STRING, terms ARRAY<STRING>, term STRING,"
              + " surface STRING, organization_id STRING, theme_id STRING, n_words INT, voice STRING");

  private static final List<String> THEMES = List.of("security", "trade", "other");

  private final SparkSession spark = SparkExtension.spark();

  @Test
  void sharesOfASpeechSumToOneAndCopiesHaveNone() {
    var tables =
        compare(
            """
            speech_id | organization_id | duplicate_of
            a         | OTS             | -
            b         | OTS             | a
            c         | -               | -
            d         | OTS             | -
            """,
            """
            speech_id | sentence_no | theme_id | n_words
            a         | 0           | trade    | 6
            a         | 1           | trade    | 3
            a         | 2           | other    | 3
            b         | 0           | trade    | 5
            c         | 0           | security | 4
            d         | 0           | trade    | 0
            """);

    assertThat(rows(tables.speechThemes(), FactSpeechTheme.class))
        .containsExactlyInAnyOrder(
            new FactSpeechTheme("a", "security", 0, 0, 0),
            new FactSpeechTheme("a", "trade", 0.75, 2, 9),
            new FactSpeechTheme("a", "other", 0.25, 1, 3),
            new FactSpeechTheme("c", "security", 1, 1, 4),
            new FactSpeechTheme("c", "trade", 0, 0, 0),
            new FactSpeechTheme("c", "other", 0, 0, 0));
  }

  @Test
  void anUnknownThemeIsAnError() {
    assertThatThrownBy(
            () ->
                compare(
                        """
                        speech_id | organization_id
                        a         | OTS
                        """,
                        """
                        speech_id | sentence_no | theme_id | n_words
                        a         | 0           | sport    | 6
                        """)
                    .speechThemes()
                    .collectAsList())
        .hasMessageContaining(
            "theme of a sentence is not in the catalog: sport; themes are: security, trade, other");
  }

  @Test
  void organizationsHaveSharesOfAllSpeechesAndOfEachYear() {
    var tables =
        compare(
            """
            speech_id | organization_id | event_date | date_precision
            a         | OTS             | 2024-05-21 | day
            b         | OTS             | 2025-01-01 | year
            c         | OTS             | -          | unknown
            """,
            """
            speech_id | sentence_no | theme_id | n_words
            a         | 0           | trade    | 10
            a         | 1           | other    | 30
            b         | 0           | trade    | 20
            c         | 0           | security | 40
            """);

    assertThat(rows(tables.organizationThemes(), FactOrganizationTheme.class))
        .filteredOn(row -> row.themeId().equals("trade"))
        .containsExactlyInAnyOrder(
            share("all", 0.3, 3, 30, 100),
            share("2024", 0.25, 1, 10, 40),
            share("2025", 1, 1, 20, 20));
  }

  @Test
  void membersAreThoseWhoWereThroughoutTheTimeOfTheSpeech() {
    var tables =
        CompareJob.transform(
            inputs(
                """
                speech_id     | country_id | event_date | date_precision
                before        | KAZ        | 2009-10-02 | day
                on-first-day  | KAZ        | 2009-10-03 | day
                that-month    | KAZ        | 2009-10-01 | month
                next-month    | KAZ        | 2009-11-01 | month
                that-year     | KAZ        | 2009-01-01 | year
                next-year     | KAZ        | 2010-01-01 | year
                last-day      | UZB        | 2012-06-28 | day
                after         | UZB        | 2012-06-29 | day
                observer      | TKM        | 2020-01-01 | day
                no-date       | KAZ        | -          | unknown
                no-country    | -          | 2020-01-01 | day
                """,
                """
                speech_id     | sentence_no | theme_id | n_words
                before        | 0           | trade    | 1
                on-first-day  | 0           | trade    | 10
                that-month    | 0           | trade    | 100
                next-month    | 0           | trade    | 1000
                that-year     | 0           | trade    | 10000
                next-year     | 0           | trade    | 100000
                last-day      | 0           | trade    | 1000000
                after         | 0           | trade    | 10000000
                observer      | 0           | trade    | 100000000
                no-date       | 0           | trade    | 200000000
                no-country    | 0           | trade    | 300000000
                """,
                """
                organization_id | country_id | valid_from | valid_to   | role
                OTS             | KAZ        | 2009-10-03 | -          | member
                OTS             | KAZ        | 2009-10-03 | 2050-01-01 | member
                OTS             | UZB        | 2006-01-01 | 2012-06-28 | member
                OTS             | TKM        | 2006-01-01 | -          | observer
                """),
            CONFIG);

    assertThat(rows(tables.organizationThemes(), FactOrganizationTheme.class))
        .filteredOn(row -> row.themeId().equals("trade") && row.period().equals("all"))
        .extracting(
            FactOrganizationTheme::basis,
            FactOrganizationTheme::nSpeeches,
            FactOrganizationTheme::nWords)
        .containsExactly(tuple("members", 4, 1_101_010L));
  }

  @Test
  void intervalsHoldTheShareOnceThereAreEnoughSpeeches() {
    var tables = CompareJob.transform(twoOrganizations(), CONFIG);

    assertThat(rows(tables.organizationThemes(), FactOrganizationTheme.class))
        .filteredOn(row -> row.basis().equals("venue") && row.period().equals("all"))
        .hasSize(6)
        .allSatisfy(row -> assertThat(row.share()).isBetween(row.shareLow(), row.shareHigh()))
        .filteredOn(row -> row.themeId().equals("trade"))
        .allSatisfy(row -> assertThat(row.shareLow()).isLessThan(row.shareHigh()));
  }

  @Test
  void pairsAreContrastedOnceInTheOrderOfTheirNames() {
    var tables =
        compare(
            """
            speech_id | organization_id
            a         | SCO
            b         | CICA
            c         | OTS
            """,
            """
            speech_id | sentence_no | theme_id | n_words
            a         | 0           | trade    | 1
            b         | 0           | security | 1
            c         | 0           | trade    | 1
            c         | 1           | security | 1
            """);

    var contrasts = rows(tables.organizationContrasts(), FactOrganizationContrast.class);
    assertThat(contrasts)
        .filteredOn(row -> row.themeId().equals("security") || row.themeId().equals("trade"))
        .containsExactlyInAnyOrder(
            tooFew("CICA", "OTS", "security", 0.5),
            tooFew("CICA", "OTS", "trade", -0.5),
            tooFew("CICA", "SCO", "security", 1),
            tooFew("CICA", "SCO", "trade", -1),
            tooFew("OTS", "SCO", "security", 0.5),
            tooFew("OTS", "SCO", "trade", -0.5));
    assertThat(contrasts)
        .filteredOn(row -> row.measure().equals("jensen_shannon"))
        .filteredOn(row -> row.organizationIdA().equals("OTS"))
        .singleElement()
        // scipy.spatial.distance.jensenshannon([1, 0], [.5, .5], 2) ** 2
        .satisfies(row -> assertThat(row.value()).isCloseTo(0.3112781244591328, within(1e-15)));
  }

  @Test
  void aDifferenceIsFoundAndAnEqualityIsNot() {
    var contrasts =
        rows(
            CompareJob.transform(twoOrganizations(), CONFIG).organizationContrasts(),
            FactOrganizationContrast.class);

    assertThat(contrasts)
        .filteredOn(row -> row.basis().equals("venue") && !row.measure().startsWith("adjusted"))
        .extracting(FactOrganizationContrast::themeId, FactOrganizationContrast::verdict)
        .containsExactlyInAnyOrder(
            tuple("all", "different"),
            tuple("security", "a_higher"),
            tuple("trade", "b_higher"),
            tuple("other", "not_distinguishable"));
    assertThat(contrasts)
        .filteredOn(row -> row.basis().equals("venue") && row.themeId().equals("security"))
        .filteredOn(row -> !row.measure().startsWith("adjusted"))
        .allSatisfy(
            row -> {
              assertThat(row.value()).isBetween(row.low(), row.high());
              assertThat(row.low()).isPositive();
              assertThat(row.ciLevel()).isEqualTo(0.9);
              assertThat(row.nSpeechesA()).isEqualTo(12);
            });
  }

  @Test
  void qValuesAreThoseOfTheWholeTable() {
    var contrasts =
        rows(
            CompareJob.transform(twoOrganizations(), CONFIG).organizationContrasts(),
            FactOrganizationContrast.class);
    var tested = contrasts.stream().filter(row -> row.pValue() != null).toList();
    double[] pValues = tested.stream().mapToDouble(FactOrganizationContrast::pValue).toArray();

    assertThat(tested.stream().mapToDouble(FactOrganizationContrast::qValue).toArray())
        .containsExactly(BenjaminiHochberg.qValues(pValues));
  }

  @Test
  void aCountryInTwoOrganizationsCountsForBoth() {
    var tables =
        CompareJob.transform(
            inputs(
                """
                speech_id | country_id | event_date | date_precision
                a         | KAZ        | 2020-01-01 | year
                b         | TUR        | 2020-01-01 | year
                c         | CHN        | 2020-01-01 | year
                """,
                """
                speech_id | sentence_no | theme_id | n_words
                a         | 0           | trade    | 5
                b         | 0           | security | 5
                c         | 0           | security | 15
                """,
                """
                organization_id | country_id | valid_from | valid_to | role
                OTS             | KAZ        | 2009-10-03 | -        | member
                OTS             | TUR        | 2009-10-03 | -        | member
                SCO             | KAZ        | 2001-06-15 | -        | member
                SCO             | CHN        | 2001-06-15 | -        | member
                """),
            CONFIG);

    assertThat(rows(tables.organizationContrasts(), FactOrganizationContrast.class))
        .filteredOn(row -> row.themeId().equals("trade"))
        .extracting(FactOrganizationContrast::measure, FactOrganizationContrast::verdict)
        .containsExactly(tuple("share_difference", "too_few_speeches"));
    assertThat(rows(tables.organizationContrasts(), FactOrganizationContrast.class))
        .filteredOn(row -> row.themeId().equals("trade"))
        .extracting(FactOrganizationContrast::value)
        .containsExactly(0.25);
  }

  @Test
  void adjustedDifferencesStandBesideTheRawOnes() {
    var contrasts =
        rows(
            CompareJob.transform(twoOrganizations(), CONFIG).organizationContrasts(),
            FactOrganizationContrast.class);

    assertThat(contrasts)
        .filteredOn(row -> row.measure().equals("adjusted_difference"))
        .filteredOn(row -> row.basis().equals("members"))
        .extracting(FactOrganizationContrast::themeId)
        .containsExactlyInAnyOrder("security", "trade", "other");
  }

  @Test
  void aSpeakerIsComparedBetweenVenues() {
    var tables =
        compare(
            """
            speech_id | speaker_id | organization_id
            a         | tokayev    | OTS
            b         | tokayev    | SCO
            c         | tokayev    | -
            d         | xi         | SCO
            e         | -          | OTS
            """,
            """
            speech_id | sentence_no | theme_id | n_words
            a         | 0           | trade    | 4
            b         | 0           | security | 3
            b         | 1           | trade    | 1
            c         | 0           | trade    | 4
            d         | 0           | trade    | 4
            e         | 0           | trade    | 4
            """);

    assertThat(rows(tables.speakerContrasts(), FactSpeakerContrast.class))
        .filteredOn(row -> row.themeId().equals("trade"))
        .containsExactly(
            new FactSpeakerContrast(
                "tokayev",
                "OTS",
                "SCO",
                "share_difference",
                "trade",
                0.75,
                null,
                null,
                null,
                null,
                null,
                "too_few_speeches",
                1,
                1));
  }

  @Test
  void shiftsGoFromOneYearWithSpeechesToTheNext() {
    var tables =
        compare(
            """
            speech_id | organization_id | event_date | date_precision
            a         | OTS             | 2019-05-21 | day
            b         | OTS             | 2021-01-01 | year
            c         | OTS             | 2022-03-01 | month
            d         | OTS             | -          | unknown
            """,
            """
            speech_id | sentence_no | theme_id | n_words
            a         | 0           | trade    | 10
            b         | 0           | trade    | 5
            b         | 1           | security | 5
            c         | 0           | trade    | 10
            d         | 0           | security | 10
            """);

    assertThat(rows(tables.themeShifts(), FactThemeShift.class))
        .filteredOn(row -> row.themeId().equals("trade"))
        .extracting(
            FactThemeShift::periodFrom,
            FactThemeShift::periodTo,
            FactThemeShift::change,
            FactThemeShift::verdict)
        .containsExactlyInAnyOrder(
            tuple("2019", "2021", -0.5, "too_few_speeches"),
            tuple("2021", "2022", 0.5, "too_few_speeches"));
    assertThat(tables.themeChangePoints().count()).isZero();
  }

  @Test
  void aYearWithHalfTheSpeechesOfTheOtherIsPartial() {
    var tables =
        compare(
            """
            speech_id | organization_id | event_date | date_precision
            a         | OTS             | 2019-05-21 | day
            b         | OTS             | 2020-01-01 | year
            c         | OTS             | 2020-03-01 | month
            d         | OTS             | 2021-03-01 | month
            """,
            """
            speech_id | sentence_no | theme_id | n_words
            a         | 0           | trade    | 10
            b         | 0           | trade    | 5
            c         | 0           | trade    | 10
            d         | 0           | security | 10
            """);

    assertThat(rows(tables.themeShifts(), FactThemeShift.class))
        .filteredOn(row -> row.themeId().equals("trade"))
        .extracting(FactThemeShift::periodFrom, FactThemeShift::partialPeriod)
        .containsExactlyInAnyOrder(tuple("2019", "from"), tuple("2020", "to"));
  }

  @Test
  void aNewLevelIsFoundInTheYearInWhichItBegins() {
    StringBuilder speeches =
        new StringBuilder("speech_id | organization_id | event_date | date_precision\n");
    StringBuilder sentences = new StringBuilder("speech_id | sentence_no | theme_id | n_words\n");
    for (int year = 2001; year <= 2016; year++) {
      for (int i = 0; i < 3; i++) {
        String id = "s" + year + "-" + i;
        speeches.append(id + " | OTS | " + year + "-01-01 | year\n");
        sentences.append(id + " | 0 | trade | " + ((year < 2009 ? 20 : 40) + 3 * i) + "\n");
        sentences.append(id + " | 1 | other | 100\n");
      }
    }

    assertThat(
            rows(
                compare(speeches.toString(), sentences.toString()).themeChangePoints(),
                FactThemeChangePoint.class))
        .filteredOn(row -> row.themeId().equals("trade") && !row.verdict().startsWith("not"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.period()).isEqualTo("2009");
              assertThat(row.verdict()).isEqualTo("rose");
              assertThat(row.low()).isPositive();
              assertThat(row.change()).isBetween(row.low(), row.high());
            });
  }

  @Test
  void termsThatAnOrganizationUsesMoreAreDistinctive() {
    var terms =
        distinctive(
            """
            speech_id | organization_id
            a         | OTS
            b         | OTS
            c         | SCO
            d         | SCO
            """,
            """
            speech_id | sentence_no | theme_id | n_words | language | terms
            a         | 0           | trade    | 5       | en       | turkic_states trade corridor peac
            b         | 0           | trade    | 5       | en       | turkic trade corridor corridor
            c         | 0           | security | 5       | en       | peac terror shanghai peac
            d         | 0           | trade    | 5       | en       | trade peac terror terror
            """);

    assertThat(terms)
        .filteredOn(row -> row.themeId().equals("all"))
        .extracting(
            FactDistinctiveTerm::organizationId,
            FactDistinctiveTerm::rank,
            FactDistinctiveTerm::term,
            FactDistinctiveTerm::nOrganization,
            FactDistinctiveTerm::nRest)
        .containsExactlyInAnyOrder(
            tuple("OTS", 1, "corridors", 3L, 0L),
            tuple("OTS", 2, "trade", 2L, 1L),
            tuple("SCO", 1, "terrorism", 3L, 0L),
            tuple("SCO", 2, "peace", 3L, 1L),
            tuple("SCO", 3, "shanghai", 1L, 0L));
    assertThat(terms)
        .filteredOn(row -> row.themeId().equals("trade") && row.organizationId().equals("SCO"))
        .extracting(FactDistinctiveTerm::term)
        .containsExactlyInAnyOrder("terrorism", "peace");
    assertThat(terms).allSatisfy(row -> assertThat(row.zScore()).isPositive());
  }

  @Test
  void namesOfPeopleAndTheOrganizationDoNotDistinguish() {
    var terms =
        distinctive(
            """
            speech_id | organization_id
            a         | OTS
            b         | SCO
            """,
            """
            speech_id | sentence_no | theme_id | n_words | language | terms
            a         | 0           | trade    | 5       | en       | tokayev turkic corridor
            b         | 0           | trade    | 5       | en       | trade turkic
            """);

    assertThat(terms)
        .filteredOn(row -> row.organizationId().equals("OTS") && row.themeId().equals("all"))
        .extracting(FactDistinctiveTerm::term)
        .containsExactly("corridors");
  }

  @Test
  void zScoresAreThoseOfTheFormula() {
    var terms =
        distinctive(
            """
            speech_id | organization_id
            a         | OTS
            b         | SCO
            """,
            """
            speech_id | sentence_no | theme_id | n_words | language | terms
            a         | 0           | trade    | 5       | en       | corridor trade
            b         | 0           | trade    | 5       | en       | trade peac terror
            """);

    // y, n = 1, 2; y2, n2 = 0, 3; a0 = 2.5; a = a0 * (y + y2) / (n + n2)
    // d = log((y + a) / (n + a0 - y - a)) - log((y2 + a) / (n2 + a0 - y2 - a))
    // d, d / sqrt(1 / (y + a) + 1 / (y2 + a))
    assertThat(terms)
        .filteredOn(row -> row.themeId().equals("all") && row.term().equals("corridors"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.logOdds()).isCloseTo(1.6094379124341, within(1e-12));
              assertThat(row.zScore()).isCloseTo(0.9855754145384247, within(1e-12));
            });
  }

  @Test
  void termsAreComparedWithinALanguage() {
    var terms =
        distinctive(
            """
            speech_id | organization_id
            a         | OTS
            b         | SCO
            c         | SCO
            """,
            """
            speech_id | sentence_no | theme_id | n_words | language | terms
            a         | 0           | trade    | 5       | en       | trade corridor
            b         | 0           | trade    | 5       | ru       | торговл мир
            c         | 0           | trade    | 5       | en       | trade terror
            """);

    assertThat(terms)
        .extracting(FactDistinctiveTerm::term)
        .containsOnly("corridors", "terrorism")
        .doesNotContain("торговл");
  }

  @Test
  void speechesAreGroupedByOtherAttributes() {
    StringBuilder speeches =
        new StringBuilder(
            "speech_id | speaker_id | country_id | organization_id | event_date | date_precision\n");
    StringBuilder sentences = new StringBuilder("speech_id | sentence_no | theme_id | n_words\n");
    for (int i = 0; i < 12; i++) {
      String country = i % 2 == 0 ? "KAZ" : "UZB";
      speeches.append(
          String.format("s%02d | p%d | %s | OTS | %d-01-01 | year%n", i, i, country, 2001 + i / 6));
      sentences.append(String.format("s%02d | 0 | trade | %d%n", i, 10 + i % 2 * 20 + i % 5));
      sentences.append(String.format("s%02d | 1 | other | 100%n", i));
    }
    CompareConfig config =
        new CompareConfig(
            0.9,
            200,
            200,
            5,
            0.05,
            20,
            0,
            1,
            false,
            2,
            List.of("country", "speaker", "year"),
            "all",
            42);

    var tables =
        CompareJob.transform(
            inputs(
                speeches.toString(),
                sentences.toString(),
                "organization_id | country_id | valid_from | valid_to | role"),
            config);

    assertThat(rows(tables.organizationThemes(), FactOrganizationTheme.class))
        .filteredOn(row -> row.period().equals("all") && row.themeId().equals("trade"))
        .filteredOn(row -> !row.basis().equals("speaker"))
        .extracting(FactOrganizationTheme::basis, FactOrganizationTheme::organizationId)
        .containsExactlyInAnyOrder(
            tuple("country", "country:KAZ"),
            tuple("country", "country:UZB"),
            tuple("year", "year:2001"),
            tuple("year", "year:2002"));
    // Speakers have a speech each, too few to be paired.
    assertThat(rows(tables.organizationContrasts(), FactOrganizationContrast.class))
        .filteredOn(row -> row.themeId().equals("trade"))
        .filteredOn(row -> row.measure().equals("share_difference"))
        .extracting(FactOrganizationContrast::organizationIdA, FactOrganizationContrast::verdict)
        .containsExactlyInAnyOrder(
            tuple("country:KAZ", "b_higher"), tuple("year:2001", "not_distinguishable"));
  }

  @Test
  void comparisonsOfSpeakersLeaveTheReportersSentencesOut() {
    CompareConfig config =
        new CompareConfig(
            0.9, 200, 200, 5, 0.05, 20, 0, 1, false, 2, List.of("organization"), "speaker", 42);

    var tables =
        CompareJob.transform(
            inputs(
                """
                speech_id | organization_id
                a         | OTS
                b         | OTS
                """,
                """
                speech_id | sentence_no | theme_id | n_words | voice
                a         | 0           | trade    | 30      | speaker
                a         | 1           | other    | 60      | reporter
                a         | 2           | other    | 10      | -
                b         | 0           | trade    | 50      | reporter
                """,
                "organization_id | country_id | valid_from | valid_to | role"),
            config);

    assertThat(rows(tables.organizationThemes(), FactOrganizationTheme.class))
        .filteredOn(row -> row.themeId().equals("trade"))
        .containsExactly(share("all", 0.75, 1, 30, 40));
    assertThat(rows(tables.speechThemes(), FactSpeechTheme.class))
        .filteredOn(row -> row.themeId().equals("trade"))
        .extracting(FactSpeechTheme::share)
        .containsExactlyInAnyOrder(0.3, 1.0);
    assertThat(rows(tables.typicalSentences(), FactTypicalSentence.class))
        .extracting(FactTypicalSentence::speechId)
        .containsOnly("a");
  }

  @Test
  void typicalSentencesAreSureAndOfOtherSpeakersAndYears() {
    // The confidence of a sentence is a thousandth of its words.
    var tables =
        compare(
            """
            speech_id | speaker_id | organization_id | event_date | date_precision
            a         | tokayev    | OTS             | 2021-01-01 | year
            b         | tokayev    | OTS             | 2022-01-01 | year
            c         | erdogan    | OTS             | 2021-01-01 | year
            d         | erdogan    | OTS             | 2023-01-01 | year
            """,
            """
            speech_id | sentence_no | theme_id | n_words
            a         | 0           | trade    | 20
            a         | 1           | trade    | 50
            a         | 2           | trade    | 61
            a         | 3           | trade    | 50
            b         | 0           | trade    | 49
            c         | 0           | trade    | 48
            d         | 4           | trade    | 30
            """);

    assertThat(rows(tables.typicalSentences(), FactTypicalSentence.class))
        .containsExactlyInAnyOrder(
            new FactTypicalSentence(
                "venue", "OTS", "trade", 1, "a", 1, 100, 150, "sentence 1", 0.05),
            new FactTypicalSentence(
                "venue", "OTS", "trade", 2, "d", 4, 400, 450, "sentence 4", 0.03));
  }

  @Test
  void aSingleOrganizationIsDescribedButComparedWithNobody() {
    var tables =
        compare(
            """
            speech_id | organization_id
            a         | OTS
            """,
            """
            speech_id | sentence_no | theme_id | n_words
            a         | 0           | trade    | 1
            """);

    assertThat(tables.organizationThemes().count()).isEqualTo(3);
    assertThat(tables.organizationContrasts().count()).isZero();
    assertThat(tables.distinctiveTerms().count()).isZero();
  }

  @Test
  void anEmptyCorpusYieldsEmptyTablesWithTheirColumns() {
    var tables =
        compare("speech_id | organization_id", "speech_id | sentence_no | theme_id | n_words");

    assertTable(tables.speechThemes(), FactSpeechTheme.class);
    assertTable(tables.organizationThemes(), FactOrganizationTheme.class);
    assertTable(tables.organizationContrasts(), FactOrganizationContrast.class);
    assertTable(tables.speakerContrasts(), FactSpeakerContrast.class);
    assertTable(tables.themeShifts(), FactThemeShift.class);
    assertTable(tables.themeChangePoints(), FactThemeChangePoint.class);
    assertTable(tables.distinctiveTerms(), FactDistinctiveTerm.class);
    assertTable(tables.typicalSentences(), FactTypicalSentence.class);
  }

  @Test
  void neitherPartitionsNorOrderMatter() {
    CompareJob.Inputs inputs = twoOrganizations();

    assertThat(
            everything(rearranged(inputs, rows -> rows.repartition(7).orderBy(functions.rand(3)))))
        .isEqualTo(everything(rearranged(inputs, rows -> rows.coalesce(1))))
        .hasSizeGreaterThan(100);
  }

  private static void assertTable(Dataset<Row> table, Class<? extends Record> type) {
    assertThat(table.columns()).containsExactlyElementsOf(Records.columnNames(type));
    assertThat(table.schema().fields())
        .extracting(field -> field.dataType().typeName())
        .containsExactly(
            Arrays.stream(Records.schema(type).fields())
                .map(field -> field.dataType().typeName())
                .toArray(String[]::new));
    assertThat(table.count()).isZero();
  }

  private List<String> everything(CompareJob.Inputs inputs) {
    try (CompareJob.Outputs outputs = CompareJob.transform(inputs, CONFIG)) {
      List<String> rows = new ArrayList<>();
      for (Dataset<Row> table :
          List.of(
              outputs.speechThemes(),
              outputs.organizationThemes(),
              outputs.organizationContrasts(),
              outputs.speakerContrasts(),
              outputs.themeShifts(),
              outputs.themeChangePoints(),
              outputs.distinctiveTerms(),
              outputs.typicalSentences())) {
        table.collectAsList().stream().map(Row::toString).sorted().forEach(rows::add);
      }
      return rows;
    }
  }

  private static CompareJob.Inputs rearranged(
      CompareJob.Inputs inputs, UnaryOperator<Dataset<Row>> order) {
    return new CompareJob.Inputs(
        order.apply(inputs.speeches()),
        order.apply(inputs.tallies()),
        order.apply(inputs.surest()),
        inputs.vocabulary(),
        order.apply(inputs.ownNames()),
        order.apply(inputs.memberships()),
        inputs.themeIds());
  }

  /** Twelve speeches a side over two years: OTS speaks more of security, SCO more of trade. */
  private CompareJob.Inputs twoOrganizations() {
    StringBuilder speeches =
        new StringBuilder(
            "speech_id | speaker_id | country_id | organization_id | event_date | date_precision\n");
    StringBuilder sentences =
        new StringBuilder("speech_id | sentence_no | theme_id | n_words | language | terms\n");
    for (int i = 0; i < 24; i++) {
      boolean first = i % 2 == 0;
      String id = String.format("s%02d", i);
      speeches.append(
          String.join(
              " | ",
              id,
              "speaker" + i % 3,
              i % 5 == 0 ? "KAZ" : first ? "TUR" : "CHN",
              first ? "OTS" : "SCO",
              (i < 12 ? "2023" : "2024") + "-01-01",
              "year\n"));
      int jitter = i * i % 11;
      String line = id + " | %d | %s | %d | en | %s\n";
      sentences.append(
          String.format(line, 0, "security", (first ? 50 : 20) + jitter, "peac terror"));
      sentences.append(
          String.format(line, 1, "trade", (first ? 20 : 50) - jitter, "trade corridor"));
      sentences.append(
          String.format(line, 2, "other", 100 + jitter % 7, first ? "steppe" : "river"));
    }
    return inputs(
        speeches.toString(),
        sentences.toString(),
        """
        organization_id | country_id | valid_from | valid_to | role
        OTS             | KAZ        | 2009-10-03 | -        | member
        OTS             | TUR        | 2009-10-03 | -        | member
        SCO             | KAZ        | 2001-06-15 | -        | member
        SCO             | CHN        | 2001-06-15 | -        | member
        """);
  }

  private List<FactDistinctiveTerm> distinctive(String speeches, String sentences) {
    return rows(compare(speeches, sentences).distinctiveTerms(), FactDistinctiveTerm.class);
  }

  private CompareJob.Outputs compare(String speeches, String sentences) {
    return CompareJob.transform(
        inputs(speeches, sentences, "organization_id | country_id | valid_from | valid_to | role"),
        CONFIG);
  }

  private CompareJob.Inputs inputs(String speeches, String sentences, String memberships) {
    Dataset<Row> labelled = labelled(sentences);
    Vocabulary vocabulary = vocabulary(labelled);
    return new CompareJob.Inputs(
        complete(TextTable.of(spark, Records.schema(DimSpeech.class), speeches)),
        new SpeechTallies(THEMES, Phrases.none(), vocabulary).of(labelled, labelled),
        SurestSentences.of(labelled),
        vocabulary,
        TextTable.of(
            spark,
            TERMS,
            """
            organization_id | term
            OTS             | turkic
            OTS             | states
                            | tokayev
            """),
        TextTable.of(spark, Records.schema(BridgeMembership.class), memberships),
        THEMES);
  }

  /** Sentences with their labels: whose confidence is a thousandth of their words. */
  private Dataset<Row> labelled(String sentences) {
    Dataset<Row> given = TextTable.of(spark, TERMS, sentences);
    Dataset<Row> labelled =
        List.of(given.columns()).contains("terms")
            ? given.withColumnRenamed("terms", "stems")
            : given
                .withColumn("language", functions.lit("en"))
                .withColumn("stems", functions.expr("cast(array() as array<string>)"));
    return withColumn(labelled, "voice", "string")
        .withColumn("start_offset", functions.expr("100 * sentence_no"))
        .withColumn("end_offset", functions.expr("100 * sentence_no + 50"))
        .withColumn("text", functions.expr("concat('sentence ', sentence_no)"))
        .withColumn("confidence", functions.expr("n_words / 1000.0D"));
  }

  private static Vocabulary vocabulary(Dataset<Row> labelled) {
    Map<String, String> surfaces =
        Map.of("corridor", "corridors", "peac", "peace", "terror", "terrorism");
    return Vocabulary.of(
        labelled
            .select(functions.explode(functions.col("stems")))
            .distinct()
            .collectAsList()
            .stream()
            .map(row -> row.getString(0))
            .map(stem -> new Vocabulary.Term(stem, surfaces.getOrDefault(stem, stem), 1, 1))
            .toList());
  }

  /** Adds the columns that the table leaves out, without values. */
  private static Dataset<Row> complete(Dataset<Row> speeches) {
    Dataset<Row> complete = speeches;
    for (String column :
        List.of(
            "speaker_id",
            "country_id",
            "organization_id",
            "duplicate_of",
            "date_precision",
            "language")) {
      complete = withColumn(complete, column, "string");
    }
    return withColumn(complete, "event_date", "date");
  }

  private static Dataset<Row> withColumn(Dataset<Row> rows, String column, String type) {
    return List.of(rows.columns()).contains(column)
        ? rows
        : rows.withColumn(column, functions.lit(null).cast(type));
  }

  private static <R extends Record> List<R> rows(Dataset<Row> table, Class<R> type) {
    return Records.list(table, type);
  }

  private static FactOrganizationTheme share(
      String period, double share, int speeches, long themeWords, long words) {
    return new FactOrganizationTheme(
        "venue", "OTS", period, "trade", share, null, null, 0.9, speeches, themeWords, words);
  }

  private static FactOrganizationContrast tooFew(String a, String b, String theme, double value) {
    return new FactOrganizationContrast(
        "venue",
        a,
        b,
        "share_difference",
        theme,
        value,
        null,
        null,
        null,
        null,
        null,
        "too_few_speeches",
        1,
        1);
  }
}
