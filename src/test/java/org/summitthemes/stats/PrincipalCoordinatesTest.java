package org.summitthemes.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

public class PrincipalCoordinatesTest {
  private static final Offset<Double> CLOSE = within(1e-9);

  @Test
  void distancesOnAPlaneAreKept() {
    double[][] corners = {{0, 0}, {3, 0}, {3, 4}, {-1, 2}, {0.5, -2}};

    double[][] kept = distances(PrincipalCoordinates.of(distances(corners)));
    for (int i = 0; i < corners.length; i++) {
      assertThat(kept[i]).containsExactly(distances(corners)[i], CLOSE);
    }
  }

  @Test
  void pointsOnALineHaveOneAxis() {
    double[][] points = PrincipalCoordinates.of(distances(new double[][] {{0, 0}, {1, 0}, {5, 0}}));

    assertThat(points[2][0]).isCloseTo(3, CLOSE);
    assertThat(points[0][0]).isCloseTo(-2, CLOSE);
    assertThat(Arrays.stream(points).mapToDouble(point -> Math.abs(point[1])).max().orElseThrow())
        .isCloseTo(0, within(1e-6));
  }

  @Test
  void thingsThatAreAllAlikeLieOnTheOrigin() {
    assertThat(PrincipalCoordinates.of(new double[3][3])).isDeepEqualTo(new double[3][2]);
  }

  @Test
  void oneThingLiesOnTheOriginAndNoneNowhere() {
    assertThat(PrincipalCoordinates.of(new double[1][1])).isDeepEqualTo(new double[][] {{0, 0}});
    assertThat(PrincipalCoordinates.of(new double[0][0])).isEmpty();
  }

  private static double[][] distances(double[][] points) {
    double[][] distances = new double[points.length][points.length];
    for (int i = 0; i < points.length; i++) {
      for (int j = 0; j < points.length; j++) {
        distances[i][j] = Math.hypot(points[i][0] - points[j][0], points[i][1] - points[j][1]);
      }
    }
    return distances;
  }
}
