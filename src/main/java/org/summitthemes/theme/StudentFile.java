package org.summitthemes.theme;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** A {@link Student} as bytes, to be kept with a model. Equal students give equal bytes. */
public final class StudentFile {
  private static final int FORMAT = 1;

  private StudentFile() {}

  /** Writes the student; the stream stays open. */
  public static void write(Student student, OutputStream bytes) throws IOException {
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(bytes));
    out.writeInt(FORMAT);
    writeStrings(student.themeIds(), out);
    writeStrings(student.vocabulary().ngrams(), out);
    for (int id = 0; id < student.vocabulary().size(); id++) {
      out.writeDouble(student.vocabulary().idf(id));
    }
    for (Student.Pupil pupil : student.pupils()) {
      for (boolean taught : pupil.taught()) {
        out.writeBoolean(taught);
      }
      for (double weight : pupil.model().weights()) {
        out.writeDouble(weight);
      }
    }
    out.flush();
  }

  /** Reads what {@link #write} wrote. */
  public static Student read(InputStream bytes) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(bytes));
    int format = in.readInt();
    if (format != FORMAT) {
      throw new IOException("Student has format " + format + "; known is " + FORMAT);
    }

    List<String> themeIds = readStrings(in);
    List<String> ngrams = readStrings(in);
    NGramVocabulary vocabulary = NGramVocabulary.of(ngrams, readDoubles(ngrams.size(), in));
    int classes = themeIds.size() + 1;
    List<Student.Pupil> pupils = new ArrayList<>();
    for (int fold = 0; fold < Student.FOLDS; fold++) {
      boolean[] taught = new boolean[classes];
      for (int c = 0; c < classes; c++) {
        taught[c] = in.readBoolean();
      }
      double[] weights = readDoubles((ngrams.size() + 1) * classes, in);
      pupils.add(new Student.Pupil(new Logistic(classes, weights), taught));
    }
    return new Student(themeIds, vocabulary, pupils);
  }

  private static void writeStrings(List<String> strings, DataOutputStream out) throws IOException {
    out.writeInt(strings.size());
    for (String string : strings) {
      out.writeUTF(string);
    }
  }

  private static List<String> readStrings(DataInputStream in) throws IOException {
    int size = in.readInt();
    List<String> strings = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      strings.add(in.readUTF());
    }
    return strings;
  }

  private static double[] readDoubles(int size, DataInputStream in) throws IOException {
    double[] doubles = new double[size];
    for (int i = 0; i < size; i++) {
      doubles[i] = in.readDouble();
    }
    return doubles;
  }
}
