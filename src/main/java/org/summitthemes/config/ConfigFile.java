package org.summitthemes.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.summitthemes.UserException;
import org.summitthemes.config.ThemesConfig.Term;

/**
 * Reads the YAML files of a run, strictly: an unknown key, a wrong type or a value out of range is
 * a {@link UserException} that names the file, the path in it, the value and what was expected.
 */
public final class ConfigFile {
  private static final YAMLMapper MAPPER = mapper();

  private ConfigFile() {}

  /**
   * The pipeline's configuration: the file's keys over the defaults, the overrides over both.
   *
   * @param file the file's name, for messages
   * @param yaml the file's content; empty for the defaults
   * @param overrides values in YAML by dotted path, such as {@code fit.sweeps} to {@code 50}
   */
  public static PipelineConfig pipeline(String file, String yaml, Map<String, String> overrides) {
    ObjectNode effective = MAPPER.valueToTree(PipelineConfig.defaults());
    merge(effective, mapping(file, tree(file, yaml)));
    new java.util.TreeMap<>(overrides)
        .forEach((path, value) -> merge(effective, override(path, value)));
    return value(file, effective, PipelineConfig.class);
  }

  /** The theme catalog in the file. */
  public static ThemesConfig themes(String file, String yaml) {
    return value(file, mapping(file, tree(file, yaml)), ThemesConfig.class);
  }

  /** The gazetteer of organizations in the file. */
  public static OrganizationsConfig organizations(String file, String yaml) {
    return value(file, mapping(file, tree(file, yaml)), OrganizationsConfig.class);
  }

  /** The patterns of acts and voices in the file. */
  public static ProposalsConfig proposals(String file, String yaml) {
    return value(file, mapping(file, tree(file, yaml)), ProposalsConfig.class);
  }

  /** The configuration as a tree with the file's key names, for {@code run.json}. */
  public static JsonNode tree(Record config) {
    return MAPPER.valueToTree(config);
  }

  private static JsonNode tree(String file, String yaml) {
    try {
      return MAPPER.readTree(yaml);
    } catch (JsonProcessingException e) {
      throw new UserException(e, "%s%s: not YAML: %s", file, place(e.getLocation()), problem(e));
    }
  }

  private static ObjectNode mapping(String file, JsonNode tree) {
    if (tree.isMissingNode() || tree.isNull()) {
      return JsonNodeFactory.instance.objectNode();
    }

    if (tree instanceof ObjectNode object) {
      return object;
    }

    throw new UserException("%s: found %s; expected keys and values", file, shown(tree));
  }

  private static ObjectNode override(String path, String value) {
    JsonNode node = tree("--set " + path, value);
    String[] keys = path.split("\\.");
    for (int i = keys.length - 1; i >= 0; i--) {
      node = JsonNodeFactory.instance.objectNode().set(keys[i], node);
    }
    return (ObjectNode) node;
  }

  private static void merge(ObjectNode base, ObjectNode over) {
    over.properties()
        .forEach(
            entry -> {
              JsonNode old = base.get(entry.getKey());
              if (old instanceof ObjectNode oldObject
                  && entry.getValue() instanceof ObjectNode object) {
                merge(oldObject, object);
              } else if (!entry.getValue().isNull()) {
                base.set(entry.getKey(), entry.getValue());
              }
            });
  }

  private static <T> T value(String file, ObjectNode tree, Class<T> type) {
    try {
      return MAPPER.treeToValue(tree, type);
    } catch (UnrecognizedPropertyException e) {
      throw new UserException(
          e, "%s: %s: unknown key; keys are: %s", file, path(e), names(e.getKnownPropertyIds()));
    } catch (ValueInstantiationException e) {
      throw new UserException(e, "%s: %s%s", file, prefix(path(e)), message(e));
    } catch (MismatchedInputException e) {
      throw new UserException(
          e, "%s: %s: found %s; expected %s", file, path(e), shown(at(tree, e)), expected(e));
    } catch (JsonProcessingException e) {
      throw new UserException(e, "%s: %s", file, problem(e));
    }
  }

  private static String path(JsonMappingException e) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.toString();
  }

  private static String prefix(String path) {
    return path.isEmpty() ? "" : path + ": ";
  }

  private static String message(ValueInstantiationException e) {
    Throwable cause = e.getCause();
    return cause instanceof IllegalArgumentException
        ? cause.getMessage().replace("\n", " ")
        : problem(e);
  }

  private static JsonNode at(JsonNode tree, JsonMappingException e) {
    String pointer =
        e.getPath().stream()
            .map(step -> step.getFieldName() == null ? "" + step.getIndex() : step.getFieldName())
            .map(step -> "/" + step.replace("~", "~0").replace("/", "~1"))
            .collect(Collectors.joining());
    return tree.at(JsonPointer.compile(pointer));
  }

  private static String shown(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return "nothing";
    }

    String text = node.toString();
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }

  private static String expected(MismatchedInputException e) {
    Class<?> type = e.getTargetType();
    if (type == null) {
      return problem(e);
    }

    if (type == int.class || type == long.class) {
      return "a whole number";
    }

    if (type == double.class) {
      return "a number";
    }

    if (type == boolean.class) {
      return "true or false";
    }

    if (type == String.class) {
      return "text (in quotes if it looks like a number)";
    }

    if (type.isEnum()) {
      return "one of " + names(List.of(type.getEnumConstants()));
    }

    if (type == LocalDate.class) {
      return "a date such as 2009-10-03";
    }

    if (type == Term.class) {
      return "a term, or {term: …, weight: …}";
    }

    return Collection.class.isAssignableFrom(type) ? "a list" : "keys and values";
  }

  private static String names(Collection<?> ids) {
    return ids.stream()
        .map(Object::toString)
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .collect(Collectors.joining(", "));
  }

  private static String place(JsonLocation location) {
    return location == null ? "" : " line " + location.getLineNr();
  }

  private static String problem(JsonProcessingException e) {
    return e.getOriginalMessage().lines().findFirst().orElse("unreadable");
  }

  private static YAMLMapper mapper() {
    YAMLMapper mapper =
        YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            // Immutable maps have another order in every process; hashes of the tree must not.
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .addModule(
                new SimpleModule()
                    .addSerializer(LocalDate.class, ToStringSerializer.instance)
                    .addDeserializer(LocalDate.class, new DateReader())
                    .addDeserializer(Term.class, new TermReader()))
            .build();
    for (CoercionInputShape shape :
        List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)) {
      mapper.coercionConfigFor(LogicalType.Textual).setCoercion(shape, CoercionAction.Fail);
    }
    return mapper;
  }

  private static final class DateReader extends StdDeserializer<LocalDate> {
    DateReader() {
      super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      try {
        return LocalDate.parse(parser.getText());
      } catch (DateTimeParseException e) {
        throw MismatchedInputException.from(parser, LocalDate.class, e.getMessage());
      }
    }
  }

  private static final class TermReader extends StdDeserializer<Term> {
    TermReader() {
      super(Term.class);
    }

    @Override
    public Term deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      JsonNode node = parser.readValueAsTree();
      JsonNode term = node.isObject() ? node.path("term") : node;
      JsonNode weight = node.path("weight");
      boolean known =
          !node.isObject()
              || node.properties().stream().allMatch(e -> e.getKey().matches("term|weight"));
      if (!term.isTextual() || !known || !(weight.isMissingNode() || weight.isNumber())) {
        throw MismatchedInputException.from(parser, Term.class, "not a term");
      }

      try {
        return new Term(term.textValue(), weight.asDouble(1));
      } catch (IllegalArgumentException e) {
        throw ValueInstantiationException.from(
            parser, e.getMessage(), context.constructType(Term.class), e);
      }
    }
  }
}
