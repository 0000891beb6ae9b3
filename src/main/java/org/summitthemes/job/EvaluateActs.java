package org.summitthemes.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.summitthemes.proposal.ActEvaluation;
import org.summitthemes.proposal.ActEvaluation.Coded;
import org.summitthemes.proposal.ProposalFinder;
import org.summitthemes.proposal.ProposalFinder.Found;

/**
 * Finds acts and voices of coded texts as it would in a corpus, without their codes, then scores
 * them.
 *
 * <p>Input: coded texts, JSON Lines of {@code text, act}, optional {@code initiative, voice, doc,
 * seq, language}. Texts of one {@code doc} are neighbours in the order of {@code seq}.
 */
public final class EvaluateActs {
  private static final ObjectMapper JSON = new ObjectMapper();

  private EvaluateActs() {}

  /** The scores; empty if no text of the file is coded for acts. */
  public static Optional<ActEvaluation> evaluate(InputStream gold, ProposalFinder finder)
      throws IOException {
    List<Text> texts = read(gold);
    List<String> sentences = new ArrayList<>();
    List<Coded> coded = new ArrayList<>();
    List<Coded> found = new ArrayList<>();
    for (List<Text> speech : speeches(texts)) {
      List<String> own = speech.stream().map(Text::text).toList();
      sentences.addAll(own);
      speech.stream().map(Text::coded).forEach(coded::add);
      finder.find(own, speech.stream().map(Text::language).toList()).stream()
          .map(EvaluateActs::coded)
          .forEach(found::add);
    }
    return texts.isEmpty()
        ? Optional.empty()
        : Optional.of(ActEvaluation.of(sentences, coded, found));
  }

  private record Text(String text, Coded coded, String doc, double seq, String language) {}

  private static Coded coded(Found found) {
    return new Coded(
        found.act().map(act -> act.act()).orElse(ActEvaluation.NONE),
        found.act().map(act -> act.title()).orElse(""),
        found.voice().column());
  }

  private static List<List<Text>> speeches(List<Text> texts) {
    Map<String, List<Text>> speeches = new TreeMap<>();
    texts.forEach(text -> speeches.computeIfAbsent(text.doc(), doc -> new ArrayList<>()).add(text));
    speeches.values().forEach(speech -> speech.sort(Comparator.comparingDouble(Text::seq)));
    return List.copyOf(speeches.values());
  }

  /** The texts that are coded for acts; the file is known to be well-formed. */
  private static List<Text> read(InputStream gold) throws IOException {
    List<Text> texts = new ArrayList<>();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(plain(gold), StandardCharsets.UTF_8));
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      JsonNode object = line.isBlank() ? null : JSON.readTree(line);
      if (object != null && object.hasNonNull("act") && object.hasNonNull("text")) {
        texts.add(text(object, number));
      }
    }
    return texts;
  }

  private static Text text(JsonNode object, int number) {
    return new Text(
        object.get("text").asText(),
        new Coded(object.get("act").asText(), object.path("initiative").asText(""), voice(object)),
        object.hasNonNull("doc") ? "d" + object.get("doc").asText() : "n" + number,
        object.path("seq").asDouble(0),
        object.path("language").asText("und"));
  }

  private static @Nullable String voice(JsonNode object) {
    return object.hasNonNull("voice") ? object.get("voice").asText() : null;
  }

  private static InputStream plain(InputStream bytes) throws IOException {
    PushbackInputStream pushback = new PushbackInputStream(bytes, 1);
    int first = pushback.read();
    if (first >= 0) {
      pushback.unread(first);
    }
    return first == 0x1f ? new GZIPInputStream(pushback) : pushback;
  }
}
