package org.posewright.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** The rules of the house, each with its reason. They see every module because {@code app} depends on all of them. */
class ArchitectureTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.posewright");

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(HOUSE);
    }

    @Test
    void annotationsIsPureJava() {
        check(noClasses()
                .that()
                .resideInAPackage("..annotations..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "java.awt..", "org.opencv..", "org.bytedeco..", "ai.onnxruntime..")
                .because(
                        "formats, edits and evaluation must run and be tested anywhere, without natives or a display"));
    }

    @Test
    void onnxRuntimeHasOneDoor() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("org.posewright.runtime.onnx..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.onnxruntime..")
                .because("sessions hold native memory; one package opens, asks and closes them"));
    }

    @Test
    void openCvHasTwoDoors() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("org.posewright.runtime.image..", "org.posewright.training.augment..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.opencv..", "org.bytedeco.opencv..")
                .because("decoding has one room for screen, model and trainer, so that all see the same pixels"));
    }

    @Test
    void libtorchStaysWithTheTrainer() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.posewright.training",
                        "org.posewright.training.network..",
                        "org.posewright.training.loss..",
                        "org.posewright.training.optim..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.bytedeco.pytorch..")
                .because("every tensor needs a scope; code that does not know it must not hold one"));
    }

    @Test
    void runtimeAndCommandLineNeedNoToolkit() {
        check(noClasses()
                .that()
                .resideInAnyPackage("..runtime..", "..training..", "..app.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javafx..")
                .because("commands run on machines without a display"));
    }

    @Test
    void inferenceDoesNotKnowTraining() {
        check(noClasses()
                .that()
                .resideInAPackage("..runtime..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..training..")
                .because("training brings its own native stack with its own life cycle"));
    }

    @Test
    void viewModelsSeeNoSceneGraph() {
        check(noClasses()
                .that()
                .resideInAPackage("..app.viewmodel..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..", "org.controlsfx..", "atlantafx..")
                .because("view-models are tested without a toolkit"));
    }

    @Test
    void viewsTouchNoFilesAndNoSessions() {
        check(noClasses()
                .that()
                .resideInAPackage("..app.view..")
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAnyPackage(
                                "..annotations.coco..",
                                "..annotations.yolo..",
                                "ai.onnxruntime..",
                                "org.posewright.runtime.onnx..")
                        .or(JavaClass.Predicates.type(java.nio.file.Files.class)))
                .because("what is slow belongs into a job"));
    }

    @Test
    void threadsAreMadeInOneRoom() {
        DescribedPredicate<JavaAccess<?>> makesThreads = DescribedPredicate.describe(
                "start threads or hop to the FX thread",
                access -> access.getTargetOwner().isEquivalentTo(Executors.class)
                        || access.getTargetOwner().isEquivalentTo(CompletableFuture.class)
                                && access.getName().endsWith("Async")
                        || access.getTargetOwner().isEquivalentTo(Thread.class)
                                && access.getName().equals("<init>")
                        || access.getTargetOwner().getName().equals("javafx.application.Platform")
                                && access.getName().equals("runLater"));
        check(noClasses()
                .that()
                .resideOutsideOfPackages("..app.task..", "..training.data..", "org.posewright.runtime.pipeline..")
                .and()
                .areNotAnnotatedWith("org.posewright.app.task.AllowedToUseThreads")
                .should()
                .accessTargetWhere(makesThreads)
                .because("work has lanes, progress and cancellation; a stray thread has none"));
    }

    @Test
    void dialogsComeFromTheDialogService() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("..app.dialog..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "javafx\\.stage\\.(FileChooser|DirectoryChooser)|javafx\\.scene\\.control\\.(Alert|Dialog|ChoiceDialog|TextInputDialog)"
                                + "|org\\.controlsfx\\.control\\.Notifications")
                .because("tests replace the dialog service"));
    }

    @Test
    void canvasGeometryIsPlainJava() {
        check(noClasses()
                .that()
                .resideInAPackage("..app.canvas.geometry..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javafx..")
                .because("view transform and hit testing are tested without a window"));
    }

    @Test
    void editCommandsAreRecords() {
        check(classes()
                .that()
                .areAssignableTo("org.posewright.annotations.edit.EditCommand")
                .and()
                .areNotInterfaces()
                .should()
                .beRecords()
                .because("a command holds before and after values and nothing that can change"));
    }

    @Test
    void modelClassesAreImmutable() {
        check(classes()
                .that()
                .resideInAPackage("..annotations.model..")
                .and()
                .areNotInterfaces()
                .and()
                .haveSimpleNameNotEndingWith("Builder")
                .should()
                .haveOnlyFinalFields()
                .because("snapshots are shared between threads"));
    }

    @Test
    void nobodyPrintsButTheCommandLine() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("..app.cli..", "..app.bootstrap..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..")
                .because("a message that a person should see goes through the log or the window"));
    }

    @Test
    void formatsEditsAndEvaluationDoNotKnowOneAnother() {
        for (String room : new String[] {"coco", "yolo", "edit", "evaluation"}) {
            for (String other : new String[] {"coco", "yolo", "edit", "evaluation"}) {
                if (!room.equals(other)) {
                    check(noClasses()
                            .that()
                            .resideInAPackage("..annotations." + room + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage("..annotations." + other + "..")
                            .because("each stands on the model alone"));
                }
            }
        }
    }

    @Test
    void packagesHaveNoCycles() {
        for (String module : new String[] {"annotations", "runtime", "training", "app"}) {
            check(slices().matching("org.posewright." + module + ".(**)")
                    .should()
                    .beFreeOfCycles()
                    .because("a cycle is one room with a wall in it"));
        }
    }

    @Test
    void nobodyHandsOutAStaticInstance() {
        check(methods()
                .that()
                .areStatic()
                .and()
                .haveName("getInstance")
                .should()
                .notHaveModifier(JavaModifier.STATIC)
                .because("the composition root hands out what others need"));
    }
}
