package org.summitthemes.ml;

import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamValidators;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.util.Identifiable;

/** The params that {@link SeededLda} and {@link SeededLdaModel} have in common. */
interface SeededLdaParams extends Params {
  /** Column of the documents' ids, a string; they must be unique. */
  Param<String> documentCol();

  /** Column of the documents' tokens: an array of term ids (int) or of words (string). */
  Param<String> tokensCol();

  /** Column that {@code transform} adds: a vector of topic shares that sum to 1. */
  Param<String> outputCol();

  /** Seed of the random numbers. */
  LongParam seed();

  /** Posterior samples taken of each document. */
  IntParam samples();

  /** Sweeps over a new document before the first sample. */
  IntParam burnIn();

  default TokenColumns columns() {
    return new TokenColumns(getOrDefault(documentCol()), getOrDefault(tokensCol()));
  }

  static Param<String> documentCol(Identifiable parent) {
    return new Param<>(parent, "documentCol", "column of the document ids (string, unique)");
  }

  static Param<String> tokensCol(Identifiable parent) {
    return new Param<>(
        parent, "tokensCol", "column of the tokens (array of int ids or of strings)");
  }

  static Param<String> outputCol(Identifiable parent) {
    return new Param<>(
        parent, "outputCol", "column of the topic shares that transform adds (vector)");
  }

  static LongParam seed(Identifiable parent) {
    return new LongParam(parent, "seed", "seed of the random numbers");
  }

  static IntParam samples(Identifiable parent) {
    return new IntParam(
        parent, "samples", "posterior samples (>= 1)", ParamValidators.<Object>gtEq(1));
  }

  static IntParam burnIn(Identifiable parent) {
    return new IntParam(
        parent,
        "burnIn",
        "sweeps over a new document before the first sample (>= 1)",
        ParamValidators.<Object>gtEq(1));
  }
}
