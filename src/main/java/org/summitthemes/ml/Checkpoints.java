package org.summitthemes.ml;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.StorageLevel;

/**
 * Keeps a state safe from the loss of executors, so that what came before it can be forgotten.
 *
 * <p>If Spark has a checkpoint directory, the state is written there and survives the loss of all
 * executors. If not, each part of it is kept in two executors and survives the loss of one at a
 * time; local Spark has nothing to lose and keeps it once.
 */
final class Checkpoints {
  private final JavaSparkContext spark;

  Checkpoints(JavaSparkContext spark) {
    this.spark = spark;
  }

  /** The state, which becomes a checkpoint when it is first computed. */
  <T> JavaRDD<T> mark(JavaRDD<T> state) {
    if (spark.getCheckpointDir().isPresent()) {
      state.persist(StorageLevel.MEMORY_AND_DISK()).checkpoint();
    } else {
      state.persist(
          spark.isLocal() ? StorageLevel.MEMORY_AND_DISK() : StorageLevel.MEMORY_AND_DISK_2());
      state.rdd().localCheckpoint();
    }

    return state;
  }

  /** Lets go of a state, whether it was a checkpoint or not. */
  void forget(JavaRDD<?> state) {
    state.unpersist(false);
    if (state.getCheckpointFile().isPresent()) {
      delete(new Path(state.getCheckpointFile().get()));
    }
  }

  private void delete(Path path) {
    try {
      path.getFileSystem(spark.hadoopConfiguration()).delete(path, true);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete checkpoint " + path, e);
    }
  }
}
