package org.summitthemes.ml;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import scala.Function2;
import scala.collection.Iterator;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/**
 * Goes over two RDDs of one element per partition side by side, and adds up what comes of it.
 *
 * <p>Made for jobs that last a tenth of a second. Functions are classes and go to Spark's Scala
 * methods: a lambda, and whatever goes to the Java methods, which wrap it in one, is taken apart
 * and searched for what it refers to, each time anew.
 */
final class ZippedBlocks {
  /** So many elements are added up by the driver alone; more are added up in a tree. */
  private static final int FEW = 4;

  private ZippedBlocks() {}

  /** What becomes of two elements; to be a class, no lambda. */
  interface Step<A, B, C> extends Serializable {
    C apply(A left, B right);
  }

  /** A sum that doesn't depend on the order. */
  interface Sum<T> extends BinaryOperator<T>, Serializable {}

  static <A, B, C> JavaRDD<C> of(
      JavaRDD<A> left, JavaRDD<B> right, Step<A, B, C> step, Class<C> type) {
    ClassTag<C> tag = ClassTag$.MODULE$.apply(type);
    return JavaRDD.fromRDD(
        left.rdd().zipPartitions(right.rdd(), new Pairs<>(step), right.classTag(), tag), tag);
  }

  static <T> T sum(JavaRDD<T> elements, Sum<T> sum) {
    if (elements.getNumPartitions() > FEW) {
      return elements.treeReduce(sum::apply);
    }

    @SuppressWarnings("unchecked") // what the job of a class tag returns
    T[] all =
        (T[]) elements.context().runJob(elements.rdd(), new Element<T>(), elements.classTag());
    return Arrays.stream(all).reduce(sum).orElseThrow();
  }

  private record Pairs<A, B, C>(Step<A, B, C> step)
      implements Function2<Iterator<A>, Iterator<B>, Iterator<C>>, Serializable {
    @Override
    public Iterator<C> apply(Iterator<A> left, Iterator<B> right) {
      return CollectionConverters.asScala(
          List.of(step.apply(left.next(), right.next())).iterator());
    }
  }

  private record Element<T>() implements Function2<TaskContext, Iterator<T>, T>, Serializable {
    @Override
    public T apply(TaskContext context, Iterator<T> elements) {
      return elements.next();
    }
  }
}
