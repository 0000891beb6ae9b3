package org.summitthemes.theme;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Finds the least value of a smooth convex function by the limited-memory BFGS method with
 * backtracking (Nocedal, Wright, "Numerical Optimization", 2nd ed., algorithms 7.4 and 3.1).
 *
 * <p>Everything is added in the order of the components, so the same function gives the same bits.
 */
final class LimitedMemoryBfgs {
  private static final int MEMORY = 8;
  private static final double SUFFICIENT_DECREASE = 1e-4;
  private static final double TOLERANCE = 1e-4;
  private static final int MOST_BACKTRACKS = 30;

  private LimitedMemoryBfgs() {}

  /** A function with its gradient. */
  @FunctionalInterface
  interface Objective {
    /** The value at a point; writes the gradient there. */
    double at(double[] point, double[] gradient);
  }

  /** A step and how the gradient changed along it. */
  @SuppressWarnings("ArrayRecordComponent") // numbers, never compared
  private record Update(double[] step, double[] change, double curvature) {}

  /** The point reached when the gradient is small beside the first one, or after all iterations. */
  static double[] minimize(Objective objective, double[] start, int iterations) {
    double[] point = start;
    double[] gradient = new double[start.length];
    double value = objective.at(point, gradient);
    double goal = TOLERANCE * Math.sqrt(dot(gradient, gradient));
    Deque<Update> memory = new ArrayDeque<>();
    for (int i = 0; i < iterations && Math.sqrt(dot(gradient, gradient)) > goal; i++) {
      double[] direction = direction(gradient, memory);
      double slope = dot(gradient, direction);
      double length = memory.isEmpty() ? 1 / Math.sqrt(dot(gradient, gradient)) : 1;
      double[] next = point;
      double[] nextGradient = gradient;
      double nextValue = value;
      for (int tries = 0; tries < MOST_BACKTRACKS; tries++, length /= 2) {
        next = plus(point, length, direction);
        nextGradient = new double[gradient.length];
        nextValue = objective.at(next, nextGradient);
        if (nextValue <= value + SUFFICIENT_DECREASE * length * slope) {
          break;
        }
      }
      if (!(nextValue < value)) {
        return point;
      }

      remember(memory, minus(next, point), minus(nextGradient, gradient));
      point = next;
      gradient = nextGradient;
      value = nextValue;
    }
    return point;
  }

  /** The two-loop recursion: minus the inverse curvature times the gradient. */
  private static double[] direction(double[] gradient, Deque<Update> memory) {
    double[] direction = gradient.clone();
    List<Double> shares = new ArrayList<>();
    for (Update update : memory) {
      double share = dot(update.step, direction) / update.curvature;
      shares.add(share);
      add(direction, -share, update.change);
    }
    Update newest = memory.peekFirst();
    scale(direction, newest == null ? 1 : newest.curvature / dot(newest.change, newest.change));
    int i = shares.size();
    for (var oldestFirst = memory.descendingIterator(); oldestFirst.hasNext(); ) {
      Update update = oldestFirst.next();
      i--;
      add(direction, shares.get(i) - dot(update.change, direction) / update.curvature, update.step);
    }
    scale(direction, -1);
    return direction;
  }

  private static void remember(Deque<Update> memory, double[] step, double[] change) {
    double curvature = dot(step, change);
    if (curvature > 0) {
      memory.addFirst(new Update(step, change, curvature));
    }
    if (memory.size() > MEMORY) {
      memory.removeLast();
    }
  }

  private static double[] plus(double[] a, double factor, double[] b) {
    double[] sum = a.clone();
    add(sum, factor, b);
    return sum;
  }

  private static double[] minus(double[] a, double[] b) {
    return plus(a, -1, b);
  }

  private static void add(double[] to, double factor, double[] vector) {
    for (int i = 0; i < to.length; i++) {
      to[i] += factor * vector[i];
    }
  }

  private static void scale(double[] vector, double factor) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= factor;
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
