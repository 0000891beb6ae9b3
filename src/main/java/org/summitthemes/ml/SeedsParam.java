package org.summitthemes.ml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.util.Identifiable;

/** A param that holds, for each seeded topic in order, its seed terms and their weights. */
public final class SeedsParam extends Param<List<Map<String, Double>>> {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  SeedsParam(Identifiable parent, String name, String doc) {
    super(parent, name, doc, SeedsParam::isValid);
  }

  @Override
  public String jsonEncode(List<Map<String, Double>> value) {
    try {
      return JSON.writeValueAsString(value.stream().map(TreeMap::new).toList());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write seeds", e);
    }
  }

  @Override
  public List<Map<String, Double>> jsonDecode(String json) {
    try {
      return JSON.readValue(json, new TypeReference<List<Map<String, Double>>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not a list of maps of term to weight: " + json, e);
    }
  }

  private static Boolean isValid(List<Map<String, Double>> seeds) {
    return seeds.stream()
        .flatMap(topic -> topic.values().stream())
        .allMatch(weight -> weight >= 0 && weight < Double.POSITIVE_INFINITY);
  }
}
