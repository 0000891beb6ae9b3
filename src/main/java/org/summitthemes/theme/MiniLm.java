package org.summitthemes.theme;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The sentence encoder all-MiniLM-L6-v2 (Wang et al., "MiniLM", NeurIPS 2020; Reimers, Gurevych,
 * "Sentence-BERT", EMNLP 2019), quantized to 8 bits, for single English words in lower case: the
 * mean of the last layer's vectors, of 384 components. Its weights are in the jar; nothing is
 * downloaded.
 *
 * <p>One word at a time, since the quantized model scales what it multiplies by all that it is
 * given at once; and one thread. So a vector depends on the word alone, and at most on the
 * processor.
 */
public final class MiniLm implements Encoder {
  private static final String MODEL = "/all-minilm-l6-v2-q.onnx";
  private static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final WordPieces pieces;

  private MiniLm(OrtEnvironment environment, OrtSession session, WordPieces pieces) {
    this.environment = environment;
    this.session = session;
    this.pieces = pieces;
  }

  /** The encoder, or none where its native library does not load. */
  public static Optional<MiniLm> load() {
    try (InputStream model = MiniLm.class.getResourceAsStream(MODEL);
        InputStream tokenizer = MiniLm.class.getResourceAsStream(TOKENIZER)) {
      if (model == null || tokenizer == null) {
        return Optional.empty();
      }

      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        return Optional.of(
            new MiniLm(
                environment,
                environment.createSession(model.readAllBytes(), options),
                WordPieces.read(tokenizer)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (OrtException | LinkageError e) {
      return Optional.empty();
    }
  }

  @Override
  public List<float[]> encode(List<String> words) {
    return words.parallelStream().map(pieces::ids).map(this::vector).toList();
  }

  private float[] vector(long[] ids) {
    long[] ones = new long[ids.length];
    Arrays.fill(ones, 1);
    try (OnnxTensor input = OnnxTensor.createTensor(environment, new long[][] {ids});
        OnnxTensor mask = OnnxTensor.createTensor(environment, new long[][] {ones});
        OnnxTensor types =
            OnnxTensor.createTensor(environment, new long[][] {new long[ids.length]});
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", types))) {
      return mean(((float[][][]) result.get(0).getValue())[0]);
    } catch (OrtException e) {
      throw new IllegalStateException("The encoder failed on a word", e);
    }
  }

  private static float[] mean(float[][] pieces) {
    float[] mean = new float[pieces[0].length];
    for (float[] piece : pieces) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += piece[i] / pieces.length;
      }
    }
    return mean;
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("The encoder did not close", e);
    }
  }
}
