package org.summitthemes.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import org.summitthemes.table.Column;
import org.summitthemes.table.Records;
import org.summitthemes.table.Reference;
import org.summitthemes.table.Table;
import org.summitthemes.table.Tables;

/**
 * Describes a publication as a Frictionless Data Package: every column with type, meaning, unit,
 * range and keys, out of the records that declare the tables.
 *
 * <p>In CSV the empty field stands for null, and validators do not see the quotes that tell the
 * empty text from it; so a text that may be empty is not declared {@code required}, even if it is
 * never null. The property {@code nullable} tells.
 *
 * @see <a href="https://specs.frictionlessdata.io/">Frictionless specifications, version 1</a>
 */
public final class DataPackage {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private DataPackage() {}

  /**
   * The text of {@code datapackage.json}.
   *
   * @param csv the CSV file of each table that has one
   */
  public static String json(Map<Class<? extends Record>, WrittenFile> csv) {
    ObjectNode root = JSON.objectNode();
    root.put("profile", "data-package");
    root.put("name", "summit-themes");
    root.put("title", "Themes of diplomatic speeches");
    ArrayNode resources = root.putArray("resources");
    ArrayNode parquetOnly = root.putArray("parquetOnly");
    for (Class<? extends Record> type : Tables.PUBLISHED) {
      WrittenFile file = csv.get(type);
      if (file == null) {
        parquetOnly.add(described(type).put("folder", "parquet/" + Records.tableName(type)));
      } else {
        resources.add(resource(type, file));
      }
    }
    return root.toPrettyString() + "\n";
  }

  private static ObjectNode resource(Class<? extends Record> type, WrittenFile file) {
    ObjectNode resource = described(type);
    resource.put("profile", "tabular-data-resource");
    resource.put("path", "csv/" + file.name());
    resource.put("format", "csv");
    resource.put("mediatype", "text/csv");
    resource.put("encoding", "utf-8");
    resource.put("bytes", file.bytes());
    resource.put("hash", "sha256:" + file.sha256());
    resource
        .putObject("dialect")
        .put("delimiter", ",")
        .put("quoteChar", "\"")
        .put("doubleQuote", true)
        .put("lineTerminator", "\n")
        .put("skipInitialSpace", false)
        .put("header", true);
    return resource;
  }

  private static ObjectNode described(Class<? extends Record> type) {
    ObjectNode table = JSON.objectNode();
    table.put("name", Records.tableName(type));
    table.put("description", type.getAnnotation(Table.class).description());
    table.set("schema", schema(type));
    return table;
  }

  private static ObjectNode schema(Class<? extends Record> type) {
    ObjectNode schema = JSON.objectNode();
    ArrayNode fields = schema.putArray("fields");
    ArrayNode foreignKeys = JSON.arrayNode();
    for (RecordComponent component : type.getRecordComponents()) {
      fields.add(field(component));
      if (!Records.description(component).references().isEmpty()) {
        foreignKeys.add(foreignKey(type, component));
      }
    }
    Records.keyNames(type).forEach(schema.putArray("primaryKey")::add);
    if (!foreignKeys.isEmpty()) {
      schema.set("foreignKeys", foreignKeys);
    }
    schema.putArray("missingValues").add("");
    return schema;
  }

  private static ObjectNode field(RecordComponent component) {
    Column column = Records.description(component);
    ObjectNode field = JSON.objectNode();
    field.put("name", Records.columnName(component));
    field.put("type", Fields.type(component));
    field.put("description", column.value());
    if (!column.unit().isEmpty()) {
      field.put("unit", column.unit());
    }
    field.put("nullable", column.nullable());
    ObjectNode constraints = constraints(component, column);
    if (!constraints.isEmpty()) {
      field.set("constraints", constraints);
    }
    return field;
  }

  private static ObjectNode constraints(RecordComponent component, Column column) {
    ObjectNode constraints = JSON.objectNode();
    if (!column.nullable() && !mayBeEmpty(component, column)) {
      constraints.put("required", true);
    }
    if (Double.isFinite(column.min())) {
      constraints.put("minimum", Fields.bound(column.min()));
    }
    if (Double.isFinite(column.max())) {
      constraints.put("maximum", Fields.bound(column.max()));
    }
    if (column.values().length > 0) {
      List.of(column.values()).forEach(constraints.putArray("enum")::add);
    }
    return constraints;
  }

  private static boolean mayBeEmpty(RecordComponent component, Column column) {
    return component.getType() == String.class
        && !column.key()
        && column.values().length == 0
        && column.references().isEmpty();
  }

  private static ObjectNode foreignKey(Class<? extends Record> type, RecordComponent component) {
    Reference target = Reference.of(component);
    ObjectNode key = JSON.objectNode();
    key.put("fields", Records.columnName(component));
    key.putObject("reference")
        .put("resource", target.table().equals(Records.tableName(type)) ? "" : target.table())
        .put("fields", target.column());
    return key;
  }
}
