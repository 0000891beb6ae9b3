package org.summitthemes.support;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.summitthemes.table.BridgeMembership;
import org.summitthemes.table.DimDate;
import org.summitthemes.table.DimOrganization;
import org.summitthemes.table.DimRun;
import org.summitthemes.table.DimSpeech;
import org.summitthemes.table.DimTheme;
import org.summitthemes.table.DimTopic;
import org.summitthemes.table.FactDistinctiveTerm;
import org.summitthemes.table.FactMention;
import org.summitthemes.table.FactModelDiagnostic;
import org.summitthemes.table.FactOrganizationContrast;
import org.summitthemes.table.FactOrganizationTheme;
import org.summitthemes.table.FactProposal;
import org.summitthemes.table.FactRejectedInput;
import org.summitthemes.table.FactSentenceTheme;
import org.summitthemes.table.FactSpeakerContrast;
import org.summitthemes.table.FactSpeechTheme;
import org.summitthemes.table.FactSpeechTopic;
import org.summitthemes.table.FactThemeChangePoint;
import org.summitthemes.table.FactThemeShift;
import org.summitthemes.table.FactTopicLineage;
import org.summitthemes.table.FactTopicTerm;
import org.summitthemes.table.FactTypicalSentence;
import org.summitthemes.table.Records;
import org.summitthemes.table.Tables;

/**
 * Invented published tables that fit together: speeches at a few organizations, each with its own
 * emphasis. Shares are counted from the invented sentences; intervals and verdicts are only
 * plausible. The same arguments give the same tables.
 */
public final class PlausibleTables {
  public static final String RUN = "000001-c0ffee";

  private static final List<String> THEMES =
      List.of("energy", "other", "security", "trade", "transport");
  private static final List<String> ORGANIZATIONS = List.of("OTS", "SCO", "CICA", "EAEU", "UN");
  private static final Map<String, String> NAMES =
      Map.of(
          "OTS", "Organization of Turkic States",
          "SCO", "Shanghai Cooperation Organisation",
          "CICA", "Conference on Interaction and Confidence-Building Measures in Asia",
          "EAEU", "Eurasian Economic Union",
          "UN", "United Nations");
  private static final Map<String, List<Integer>> EMPHASIS =
      Map.of(
          "OTS", List.of(15, 40, 10, 15, 20),
          "SCO", List.of(10, 30, 35, 17, 8),
          "CICA", List.of(8, 42, 38, 6, 6),
          "EAEU", List.of(14, 22, 4, 40, 20),
          "UN", List.of(9, 55, 24, 8, 4));
  private static final Map<String, List<String>> WORDS =
      Map.of(
          "energy",
              List.of("gas pipelines", "hydropower", "uranium", "green hydrogen", "electricity"),
          "other", List.of("our peoples", "the host", "culture", "young people", "the secretariat"),
          "security",
              List.of("terrorism", "border guards", "cyber threats", "drug trafficking", "peace"),
          "trade",
              List.of("tariffs", "investment funds", "customs duties", "exports", "e-commerce"),
          "transport", List.of("the Middle Corridor", "railways", "ports", "transit", "air links"));
  private static final List<String> FRAMES =
      List.of(
          "We attach special importance to %s and to %s.",
          "The speaker stressed that cooperation on %s has grown along with %s, “slowly but surely”.",
          "Kazakhstan is ready to share its experience in %s; the next step concerns %s.",
          "Over the past year %s changed more than in the decade before, not least because of %s.",
          "It is time to discuss %s openly, and to agree on %s before the next summit.");
  private static final List<String> SPEAKERS =
      List.of("Kassym-Jomart Tokayev", "Shavkat Mirziyoyev", "Sadyr Japarov", "Ilham Aliyev");
  private static final List<String> COUNTRIES = List.of("KAZ", "UZB", "KGZ", "AZE");
  private static final int FIRST_YEAR = 2019;
  private static final int YEARS = 6;
  private static final double LEVEL = 0.9;

  private final SplittableRandom random = new SplittableRandom(20260101);
  private final String suffix;
  private final List<String> organizations;
  private final List<DimSpeech> speeches = new ArrayList<>();
  private final List<FactSentenceTheme> sentences = new ArrayList<>();
  private final List<FactProposal> proposals = new ArrayList<>();

  private PlausibleTables(int nSpeeches, int nOrganizations, String suffix) {
    this.suffix = suffix;
    this.organizations = ORGANIZATIONS.subList(0, nOrganizations);
    IntStream.range(0, nSpeeches).forEach(this::addSpeech);
    addCopy();
  }

  /** All published tables about so many speeches and at most five organizations. */
  public static Map<Class<? extends Record>, Dataset<Row>> of(
      SparkSession spark, int nSpeeches, int nOrganizations) {
    return withSuffix(spark, nSpeeches, nOrganizations, "");
  }

  /** As {@link #of}, with a suffix on every text that comes from documents or catalogs. */
  public static Map<Class<? extends Record>, Dataset<Row>> withSuffix(
      SparkSession spark, int nSpeeches, int nOrganizations, String suffix) {
    return new PlausibleTables(nSpeeches, nOrganizations, suffix).tables(spark);
  }

  /** All published tables without rows. */
  public static Map<Class<? extends Record>, Dataset<Row>> empty(SparkSession spark) {
    Map<Class<? extends Record>, Dataset<Row>> tables = new LinkedHashMap<>();
    Tables.PUBLISHED.forEach(type -> tables.put(type, Records.dataset(spark, type, List.of())));
    return tables;
  }

  private Map<Class<? extends Record>, Dataset<Row>> tables(SparkSession spark) {
    Map<Class<? extends Record>, Dataset<Row>> tables = new LinkedHashMap<>();
    List<FactOrganizationTheme> shares = organizationThemes();
    put(
        spark,
        tables,
        DimOrganization.class,
        organizations.stream().map(this::organization).toList());
    put(spark, tables, BridgeMembership.class, memberships());
    put(spark, tables, DimTheme.class, THEMES.stream().map(this::theme).toList());
    put(spark, tables, DimTopic.class, topics());
    put(spark, tables, DimSpeech.class, speeches);
    put(spark, tables, DimDate.class, dates());
    put(spark, tables, DimRun.class, List.of(run()));
    put(spark, tables, FactSentenceTheme.class, sentences);
    put(spark, tables, FactSpeechTheme.class, speechThemes());
    put(spark, tables, FactSpeechTopic.class, speechTopics());
    put(spark, tables, FactOrganizationTheme.class, shares);
    put(spark, tables, FactOrganizationContrast.class, contrasts(shares));
    put(spark, tables, FactSpeakerContrast.class, speakerContrasts());
    put(spark, tables, FactThemeShift.class, shifts(shares));
    put(spark, tables, FactThemeChangePoint.class, List.of());
    put(spark, tables, FactTypicalSentence.class, List.of());
    put(spark, tables, FactDistinctiveTerm.class, distinctiveTerms());
    put(spark, tables, FactTopicTerm.class, topicTerms());
    put(spark, tables, FactTopicLineage.class, lineage());
    put(spark, tables, FactModelDiagnostic.class, diagnostics());
    put(spark, tables, FactMention.class, mentions());
    put(spark, tables, FactProposal.class, proposals);
    put(spark, tables, FactRejectedInput.class, rejected());
    put(spark, tables, FactThemeChangePoint.class, List.of(changePoint()));
    return tables;
  }

  private static <R extends Record> void put(
      SparkSession spark,
      Map<Class<? extends Record>, Dataset<Row>> tables,
      Class<R> type,
      List<R> records) {
    tables.put(type, Records.dataset(spark, type, records));
  }

  private void addSpeech(int number) {
    String organization = organizations.get(number % organizations.size());
    int speaker = random.nextInt(SPEAKERS.size());
    int year = FIRST_YEAR + number % YEARS;
    LocalDate date = LocalDate.of(year, 1 + random.nextInt(12), 1 + random.nextInt(28));
    String id = "%s-%d-%03d".formatted(organization.toLowerCase(Locale.ROOT), year, number);
    int words = 0;
    int nSentences = 12 + random.nextInt(18);
    int offset = 0;
    for (int i = 0; i < nSentences; i++) {
      FactSentenceTheme sentence = sentence(id, i, offset, organization);
      sentences.add(sentence);
      words += sentence.nWords();
      offset = sentence.endOffset() + 1;
      if (i == 5 && number % 3 == 0) {
        proposals.add(proposal(sentence, organization, speaker));
      }
    }
    speeches.add(
        new DimSpeech(
            id,
            "Remarks at the %d summit of the %s".formatted(year, NAMES.get(organization)) + suffix,
            "person-" + speaker,
            SPEAKERS.get(speaker) + suffix,
            COUNTRIES.get(speaker),
            number % 13 == 12 ? null : organization,
            "Summit",
            number % 17 == 16 ? null : date,
            number % 17 == 16 ? "unknown" : "day",
            number % 17 == 16 ? "none" : "text",
            "Astana",
            "en",
            "speeches/" + id + ".txt",
            "text",
            nSentences,
            words,
            null,
            "",
            "%064x".formatted(number),
            RUN));
  }

  private void addCopy() {
    if (!speeches.isEmpty()) {
      DimSpeech original = speeches.get(0);
      speeches.add(
          new DimSpeech(
              original.speechId() + "-copy",
              original.title(),
              original.speakerId(),
              original.speakerName(),
              original.countryId(),
              original.organizationId(),
              original.eventName(),
              original.eventDate(),
              original.datePrecision(),
              original.dateSource(),
              original.place(),
              original.language(),
              "speeches/copy.txt",
              "text",
              original.nSentences(),
              original.nWords(),
              original.speechId(),
              "machine_translated",
              "%064x".formatted(999),
              RUN));
    }
  }

  private FactSentenceTheme sentence(String speech, int number, int start, String organization) {
    String theme = drawn(EMPHASIS.get(organization));
    List<String> words = WORDS.get(theme);
    String text =
        FRAMES
                .get(random.nextInt(FRAMES.size()))
                .formatted(
                    words.get(random.nextInt(words.size())),
                    words.get(random.nextInt(words.size())))
            + suffix;
    String second = random.nextInt(6) == 0 ? THEMES.get(random.nextInt(THEMES.size())) : null;
    return new FactSentenceTheme(
        speech,
        number,
        start,
        start + text.codePointCount(0, text.length()),
        text,
        theme,
        (500 + random.nextInt(500)) / 1000.0,
        theme.equals(second) ? null : second,
        theme.equals("other") ? "topic-05" : theme,
        "speaker",
        text.split(" ").length);
  }

  private String drawn(List<Integer> weights) {
    int mark = random.nextInt(weights.stream().mapToInt(Integer::intValue).sum());
    int theme = 0;
    while (mark >= weights.get(theme)) {
      mark -= weights.get(theme++);
    }
    return THEMES.get(theme);
  }

  private FactProposal proposal(FactSentenceTheme sentence, String organization, int speaker) {
    String title = "A joint centre for " + WORDS.get(sentence.themeId()).get(0) + suffix;
    return new FactProposal(
        "proposal-" + sentence.speechId(),
        sentence.speechId(),
        sentence.sentenceNo(),
        sentence.startOffset(),
        sentence.startOffset() + title.codePointCount(0, title.length()),
        organization,
        "person-" + speaker,
        SPEAKERS.get(speaker) + suffix,
        "proposed",
        title,
        sentence.themeId(),
        0.8,
        null);
  }

  private DimOrganization organization(String id) {
    return new DimOrganization(id, NAMES.get(id) + suffix, "regional", id + "|" + NAMES.get(id));
  }

  private List<BridgeMembership> memberships() {
    List<BridgeMembership> memberships = new ArrayList<>();
    for (String organization : organizations) {
      for (String country : COUNTRIES) {
        memberships.add(
            new BridgeMembership(
                organization,
                country,
                LocalDate.of(2009, 10, 3),
                country.equals("AZE") && organization.equals("SCO")
                    ? LocalDate.of(2020, 1, 1)
                    : null,
                "member"));
      }
    }
    return memberships;
  }

  private DimTheme theme(String id) {
    String label = id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
    return new DimTheme(
        id, label + suffix, "What is said about " + String.join(", ", WORDS.get(id)), null, 25);
  }

  private List<DimTopic> topics() {
    List<DimTopic> topics = new ArrayList<>();
    for (String theme : THEMES) {
      boolean seeded = !theme.equals("other");
      topics.add(
          new DimTopic(
              seeded ? theme : "topic-05",
              seeded ? "seeded" : "discovered",
              seeded ? theme : null,
              String.join(", ", WORDS.get(theme).subList(0, 3)) + suffix,
              String.join("|", WORDS.get(theme)),
              "active",
              RUN,
              null));
    }
    return topics;
  }

  private List<DimDate> dates() {
    TreeSet<LocalDate> days = new TreeSet<>();
    speeches.forEach(
        speech -> {
          if (speech.eventDate() != null) {
            days.add(speech.eventDate());
          }
        });
    return days.stream()
        .map(
            day ->
                new DimDate(
                    day,
                    day.getYear(),
                    (day.getMonthValue() + 2) / 3,
                    day.getMonthValue(),
                    day.getDayOfMonth()))
        .toList();
  }

  private DimRun run() {
    return new DimRun(
        RUN,
        Instant.parse("2026-01-01T08:00:00Z"),
        Instant.parse("2026-01-01T08:00:41Z"),
        "0.1.0",
        "4.1.0",
        "local[2]",
        "c".repeat(64),
        "d".repeat(64),
        "model-1",
        "fitted",
        speeches.size() + 3,
        speeches.size(),
        3,
        1,
        sentences.size(),
        sentences.stream().mapToLong(FactSentenceTheme::nWords).sum());
  }

  private List<FactSpeechTheme> speechThemes() {
    List<FactSpeechTheme> shares = new ArrayList<>();
    Map<String, List<FactSentenceTheme>> bySpeech = new TreeMap<>();
    sentences.forEach(
        sentence ->
            bySpeech.computeIfAbsent(sentence.speechId(), id -> new ArrayList<>()).add(sentence));
    bySpeech.forEach(
        (speech, own) ->
            THEMES.forEach(
                theme ->
                    shares.add(
                        new FactSpeechTheme(
                            speech,
                            theme,
                            (double) words(own, theme) / words(own, null),
                            (int) own.stream().filter(s -> s.themeId().equals(theme)).count(),
                            words(own, theme)))));
    return shares;
  }

  private static int words(List<FactSentenceTheme> sentences, String theme) {
    return sentences.stream()
        .filter(sentence -> theme == null || sentence.themeId().equals(theme))
        .mapToInt(FactSentenceTheme::nWords)
        .sum();
  }

  private List<FactSpeechTopic> speechTopics() {
    return speechThemes().stream()
        .map(
            share ->
                new FactSpeechTopic(
                    share.speechId(),
                    share.themeId().equals("other") ? "topic-05" : share.themeId(),
                    share.share()))
        .toList();
  }

  private List<FactOrganizationTheme> organizationThemes() {
    List<FactOrganizationTheme> shares = new ArrayList<>();
    for (String organization : organizations) {
      addShares(shares, "venue", organization, "all");
      IntStream.range(FIRST_YEAR, FIRST_YEAR + YEARS)
          .forEach(year -> addShares(shares, "venue", organization, String.valueOf(year)));
    }
    return shares;
  }

  private void addShares(
      List<FactOrganizationTheme> shares, String basis, String organization, String period) {
    List<String> own =
        speeches.stream()
            .filter(speech -> speech.duplicateOf() == null)
            .filter(speech -> organization.equals(speech.organizationId()))
            .filter(
                speech ->
                    period.equals("all")
                        || (speech.eventDate() != null
                            && period.equals(String.valueOf(speech.eventDate().getYear()))))
            .map(DimSpeech::speechId)
            .toList();
    List<FactSentenceTheme> said =
        sentences.stream().filter(sentence -> own.contains(sentence.speechId())).toList();
    if (said.isEmpty()) {
      return;
    }

    double half = 0.16 / Math.sqrt(own.size());
    boolean enough = own.size() >= 2;
    for (String theme : THEMES) {
      double share = (double) words(said, theme) / words(said, null);
      shares.add(
          new FactOrganizationTheme(
              basis,
              organization,
              period,
              theme,
              share,
              enough ? Math.max(0, share - half) : null,
              enough ? Math.min(1, share + half) : null,
              LEVEL,
              own.size(),
              words(said, theme),
              words(said, null)));
    }
  }

  private List<FactOrganizationContrast> contrasts(List<FactOrganizationTheme> shares) {
    Map<String, Double> byCell = new HashMap<>();
    Map<String, Integer> speechesOf = new HashMap<>();
    shares.stream()
        .filter(share -> share.period().equals("all"))
        .forEach(
            share -> {
              byCell.put(share.organizationId() + share.themeId(), share.share());
              speechesOf.put(share.organizationId(), share.nSpeeches());
            });
    List<FactOrganizationContrast> contrasts = new ArrayList<>();
    List<String> sorted = organizations.stream().sorted().toList();
    for (int a = 0; a < sorted.size(); a++) {
      for (int b = a + 1; b < sorted.size(); b++) {
        double distance = 0;
        for (String theme : THEMES) {
          double difference = byCell.get(sorted.get(a) + theme) - byCell.get(sorted.get(b) + theme);
          distance += Math.abs(difference) / 4;
          contrasts.add(
              contrast(
                  sorted.get(a), sorted.get(b), "share_difference", theme, difference, speechesOf));
        }
        contrasts.add(
            contrast(sorted.get(a), sorted.get(b), "jensen_shannon", "all", distance, speechesOf));
      }
    }
    return contrasts;
  }

  private static FactOrganizationContrast contrast(
      String a, String b, String measure, String theme, double value, Map<String, Integer> n) {
    boolean clear = Math.abs(value) > 0.09;
    boolean few = n.get(a) < 5 || n.get(b) < 5;
    String direction = value > 0 ? "a_higher" : "b_higher";
    String different = measure.equals("jensen_shannon") ? "different" : direction;
    String verdict = clear ? different : "not_distinguishable";
    return new FactOrganizationContrast(
        "venue",
        a,
        b,
        measure,
        theme,
        value,
        few ? null : value - 0.08,
        few ? null : value + 0.08,
        few ? null : LEVEL,
        few ? null : clear ? 0.004 : 0.31,
        few ? null : clear ? 0.012 : 0.4,
        few ? "too_few_speeches" : verdict,
        n.get(a),
        n.get(b));
  }

  private List<FactSpeakerContrast> speakerContrasts() {
    List<FactSpeakerContrast> contrasts = new ArrayList<>();
    if (organizations.size() > 1) {
      List<String> pair = organizations.subList(0, 2).stream().sorted().toList();
      for (int speaker = 0; speaker < 2; speaker++) {
        for (int theme = 0; theme < THEMES.size(); theme++) {
          double difference = (theme - 2) * 0.08 + speaker * 0.01;
          contrasts.add(
              new FactSpeakerContrast(
                  "person-" + speaker,
                  pair.get(0),
                  pair.get(1),
                  "share_difference",
                  THEMES.get(theme),
                  difference,
                  difference - 0.1,
                  difference + 0.1,
                  LEVEL,
                  0.02,
                  0.04,
                  Math.abs(difference) <= 0.1
                      ? "not_distinguishable"
                      : difference > 0 ? "a_higher" : "b_higher",
                  6,
                  7));
        }
      }
    }
    return contrasts;
  }

  private List<FactThemeShift> shifts(List<FactOrganizationTheme> shares) {
    Map<String, Double> byYear = new TreeMap<>();
    shares.stream()
        .filter(share -> !share.period().equals("all"))
        .forEach(
            share ->
                byYear.put(
                    share.organizationId() + "|" + share.themeId() + "|" + share.period(),
                    share.share()));
    List<FactThemeShift> shifts = new ArrayList<>();
    byYear.forEach(
        (cell, share) -> {
          String[] parts = cell.split("\\|");
          String next = String.valueOf(Integer.parseInt(parts[2]) + 1);
          Double later = byYear.get(parts[0] + "|" + parts[1] + "|" + next);
          if (later != null) {
            double change = later - share;
            String direction = change > 0 ? "rose" : "fell";
            shifts.add(
                new FactThemeShift(
                    "venue",
                    parts[0],
                    parts[1],
                    parts[2],
                    next,
                    change,
                    change - 0.1,
                    change + 0.1,
                    LEVEL,
                    0.02,
                    0.04,
                    Math.abs(change) > 0.2 ? direction : "not_distinguishable",
                    "none"));
          }
        });
    return shifts;
  }

  private FactThemeChangePoint changePoint() {
    return new FactThemeChangePoint(
        "venue",
        organizations.get(0),
        "security",
        "2022",
        "2019",
        "2024",
        0.1,
        0.3,
        0.2,
        0.1,
        0.3,
        LEVEL,
        0.01,
        0.02,
        "rose");
  }

  private List<FactDistinctiveTerm> distinctiveTerms() {
    List<FactDistinctiveTerm> terms = new ArrayList<>();
    for (String organization : organizations) {
      int heaviest =
          EMPHASIS.get(organization).indexOf(Collections.max(EMPHASIS.get(organization)));
      List<String> words = WORDS.get(THEMES.get(heaviest));
      for (int i = 0; i < words.size(); i++) {
        terms.add(
            new FactDistinctiveTerm(
                "venue",
                organization,
                "all",
                words.get(i) + suffix,
                i + 1,
                1.4 - 0.2 * i,
                5.5 - 0.7 * i,
                30 - 3L * i,
                12));
      }
    }
    return terms;
  }

  private List<FactTopicTerm> topicTerms() {
    List<FactTopicTerm> terms = new ArrayList<>();
    for (String theme : THEMES) {
      List<String> words = WORDS.get(theme);
      for (int i = 0; i < words.size(); i++) {
        terms.add(
            new FactTopicTerm(
                theme.equals("other") ? "topic-05" : theme,
                words.get(i) + suffix,
                i + 1,
                0.08 / (i + 1),
                0.5 + 0.1 * ((i * 3) % 5),
                1.5 + ((i * 2) % 5),
                !theme.equals("other") && i % 2 == 0));
      }
    }
    return terms;
  }

  private List<FactTopicLineage> lineage() {
    return topics().stream()
        .map(topic -> new FactTopicLineage(RUN, topic.topicId(), "born", "none", null))
        .toList();
  }

  private List<FactModelDiagnostic> diagnostics() {
    List<FactModelDiagnostic> measures = new ArrayList<>();
    measures.add(new FactModelDiagnostic("model-1", "all", "held_out_perplexity", 1709.25));
    measures.add(new FactModelDiagnostic("model-1", "all", "npmi", 0.232));
    List<DimTopic> topics = topics();
    for (int i = 0; i < topics.size(); i++) {
      String topic = topics.get(i).topicId();
      measures.add(new FactModelDiagnostic("model-1", topic, "npmi", 0.21));
      measures.add(new FactModelDiagnostic("model-1", topic, "map_x", 0.3 - 0.15 * i));
      measures.add(new FactModelDiagnostic("model-1", topic, "map_y", 0.1 * (i % 3)));
    }
    return measures;
  }

  private List<FactMention> mentions() {
    return speeches.stream()
        .filter(speech -> speech.organizationId() != null && speech.duplicateOf() == null)
        .map(speech -> new FactMention(speech.speechId(), speech.organizationId(), "venue", 2, 14))
        .toList();
  }

  private List<FactRejectedInput> rejected() {
    return List.of(
        new FactRejectedInput(
            "speeches/scan.bin", "binary", "The file is no text" + suffix, 10_240, "e".repeat(64)),
        new FactRejectedInput(
            "speeches/short.txt",
            "too_short",
            "3 words; at least 20 are needed",
            17,
            "f".repeat(64)),
        new FactRejectedInput("speeches/locked.txt", "unreadable", "Permission denied", 0, null));
  }
}
