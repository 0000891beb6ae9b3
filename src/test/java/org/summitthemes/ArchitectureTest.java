package org.summitthemes;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rooms of the code and who may touch what. */
@AnalyzeClasses(packages = "org.summitthemes", importOptions = ArchitectureTest.NoTests.class)
class ArchitectureTest {
  private static final String[] PURE = {
    "..corpus..", "..text..", "..theme..", "..topic..", "..proposal..", "..stats.."
  };
  private static final String[] SPARK_AND_LOGS = {
    "org.apache.spark..", "scala..", "org.apache.hadoop..", "org.slf4j..", "org.apache.logging.."
  };

  @ArchTest
  static final ArchRule pureRoomsKnowNeitherSparkNorLogs =
      noClasses()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(SPARK_AND_LOGS);

  @ArchTest
  static final ArchRule pureRoomsKnowNoJobs =
      noClasses()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..job..", "..cli..", "..store..", "..report..", "..check..", "..ml..");

  /** They may make the records of a table, which are plain Java, but no rows of them. */
  @ArchTest
  static final ArchRule pureRoomsMakeNoRows =
      noClasses()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.summitthemes.table.Records");

  @ArchTest
  static final ArchRule configKnowsNoSpark =
      noClasses()
          .that()
          .resideInAPackage("..config..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(SPARK_AND_LOGS);

  @ArchTest
  static final ArchRule onlyConfigFileKnowsJacksonInConfig =
      noClasses()
          .that()
          .resideInAPackage("..config..")
          .and()
          .haveNameNotMatching(".*ConfigFile.*")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml..");

  @ArchTest
  static final ArchRule nobodyUsesTheCommandLine =
      noClasses()
          .that()
          .resideOutsideOfPackage("..cli..")
          .and()
          .doNotHaveFullyQualifiedName("org.summitthemes.Main")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..cli..", "picocli..");

  @ArchTest
  static final ArchRule jobsDoNotCallEachOthersStore =
      noClasses()
          .that()
          .resideInAnyPackage("..check..", "..report..", "..ml..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..store..", "..job..");

  @ArchTest
  static final ArchRule onlyCommandsPrint =
      noClasses()
          .that()
          .resideOutsideOfPackages("..cli..")
          .and()
          .doNotHaveFullyQualifiedName("org.summitthemes.Main")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  static final ArchRule theClockIsForCommandsAndStore =
      noClasses()
          .that()
          .resideOutsideOfPackages("..cli..", "..store..")
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod("java.time.Instant", "now")
          .orShould()
          .callMethod("java.time.LocalDate", "now");

  @ArchTest
  static final ArchRule noVagueRooms =
      noClasses().should().resideInAnyPackage("..util..", "..common..", "..base..", "..helper..");

  @ArchTest
  static final ArchRule roomsFormNoCycles =
      slices().matching("org.summitthemes.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule classesAreFinalOrOpenOnPurpose =
      classes()
          .that()
          .areTopLevelClasses()
          .and()
          .areNotInterfaces()
          .and()
          .areNotEnums()
          .should(beFinalOrAbstract());

  /** A property that draws its own seed may fail today and pass tomorrow. */
  @Test
  void everyPropertyHasAFixedSeed() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      assertThat(files.filter(Files::isRegularFile))
          .allSatisfy(
              file ->
                  assertThat(Files.readString(file))
                      .doesNotContainPattern("(?m)^ *@Property(?!\\([^)]*seed = )"));
    }
  }

  private static ArchCondition<JavaClass> beFinalOrAbstract() {
    return new ArchCondition<>("be final, a record or abstract") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean legal =
            type.getModifiers().contains(JavaModifier.FINAL)
                || type.getModifiers().contains(JavaModifier.ABSTRACT)
                || type.isAnnotation()
                || type.getSimpleName().equals("package-info");
        events.add(
            new SimpleConditionEvent(type, legal, type.getName() + " is open to subclasses"));
      }
    };
  }

  /** All classes but those that lie where this one does. */
  static final class NoTests implements ImportOption {
    private static final String TESTS =
        ArchitectureTest.class.getProtectionDomain().getCodeSource().getLocation().getPath();

    @Override
    public boolean includes(Location location) {
      return !location.contains(TESTS);
    }
  }
}
