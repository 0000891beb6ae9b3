package org.summitthemes.job;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.InputFile;
import org.summitthemes.corpus.Bytes;

/** A file of any Hadoop file system. */
record StoredBytes(String location, Configuration hadoop) implements Bytes {
  @Override
  public InputStream open() throws IOException {
    Path path = new Path(location);
    return path.getFileSystem(hadoop).open(path);
  }

  @Override
  public Optional<InputFile> file() throws IOException {
    return Optional.of(HadoopInputFile.fromPath(new Path(location), hadoop));
  }
}
