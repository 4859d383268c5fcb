package org.posewright.app.bootstrap;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.model.Finding;
import org.posewright.annotations.source.DatasetDescription;
import org.posewright.app.action.ActionCatalog;
import org.posewright.app.action.MenuId;
import org.posewright.app.text.Messages;
import org.posewright.app.viewmodel.session.DatasetSession;
import org.posewright.app.viewmodel.session.SavingViewModel;
import org.posewright.app.viewmodel.shell.ShellViewModel;

/** The line above the editor: what was understood of a dataset, what came back after a crash, what is wrong with its files. */
final class DatasetNotices {

    private final EditorModels models;
    private final SavingViewModel saving;
    private final Messages messages;
    private ShellViewModel.@Nullable Notice resultsNotice;
    private ShellViewModel.@Nullable Notice misfitNotice;

    DatasetNotices(EditorModels models, SavingViewModel saving, Messages messages) {
        this.models = models;
        this.saving = saving;
        this.messages = messages;
        models.opening().descriptionProperty().subscribe(this::opened);
        models.labels().onRead(this::read);
        models.predictions().resultsFileProperty().subscribe(this::resultsShown);
        models.modelFit().mismatchProperty().subscribe(this::modelChanged);
    }

    void define(ActionCatalog actions) {
        actions.define(MenuId.FILE, "file.check")
                .newGroup()
                .icon("mdi2c-clipboard-check-outline")
                .enabledWhen(models.shell().hasDataset())
                .runs(() -> {
                    models.shell().screenProperty().set(ShellViewModel.EDITOR);
                    models.datasetCheck().check();
                });
        actions.define(MenuId.FILE, "file.problems")
                .icon("mdi2a-alert-outline")
                .enabledWhen(models.shell().hasDataset())
                .runs(this::showProblems);
    }

    private void opened(@Nullable DatasetDescription about) {
        if (about == null) {
            models.shell().noticeProperty().set(null);
            return;
        }
        boolean troubled = !about.findings().isEmpty();
        models.shell()
                .noticeProperty()
                .set(new ShellViewModel.Notice(
                        messages.text(about.understanding().sentence()), troubled, links(about, troubled)));
        modelChanged();
    }

    /** Other readings of the dataset, and the way to its problems. */
    private List<ShellViewModel.Link> links(DatasetDescription about, boolean troubled) {
        List<ShellViewModel.Link> links = new ArrayList<>();
        about.understanding()
                .alternatives()
                .forEach(other -> links.add(new ShellViewModel.Link(
                        messages.text("notice.otherwise", messages.text(other.label())),
                        () -> models.opening().open(other.request()))));
        if (troubled) {
            links.add(new ShellViewModel.Link(messages.text("notice.problems"), this::showProblems));
        }
        return links;
    }

    /** Over whatever is said, as nothing that the model sees can be shown; the notice goes with its cause. */
    private void modelChanged() {
        Optional<String> complaint = models.modelFit().complaint();
        ShellViewModel.Notice now = models.shell().noticeProperty().get();
        if (complaint.isPresent()) {
            misfitNotice = new ShellViewModel.Notice(complaint.get(), true, List.of());
            models.shell().noticeProperty().set(misfitNotice);
        } else if (now != null && now == misfitNotice) {
            models.shell().noticeProperty().set(null);
        }
    }

    private void resultsShown(@Nullable Path file) {
        ShellViewModel.Notice now = models.shell().noticeProperty().get();
        if (file != null) {
            models.shell()
                    .noticeProperty()
                    .set(new ShellViewModel.Notice(
                            messages.text("notice.results", file.getFileName()),
                            false,
                            List.of(new ShellViewModel.Link(
                                    messages.text("notice.results.hide"), models.predictions()::hideResults))));
            resultsNotice = models.shell().noticeProperty().get();
        } else if (now != null && now == resultsNotice) {
            models.shell().noticeProperty().set(null);
        }
    }

    private void read(DatasetSession session) {
        List<String> warnings = session.editing().warnings();
        int unsaved = session.unsavedImagesProperty().get();
        boolean ofEarlier = unsaved > 0
                && session.store().unsavedImages().stream()
                        .anyMatch(session.editing().imagesWithHistory()::contains);
        if (!warnings.isEmpty()) {
            models.shell().noticeProperty().set(new ShellViewModel.Notice(String.join(" ", warnings), true, List.of()));
        } else if (ofEarlier) {
            models.shell()
                    .noticeProperty()
                    .set(new ShellViewModel.Notice(
                            messages.text("notice.recovered", unsaved),
                            true,
                            List.of(new ShellViewModel.Link(messages.text("notice.save"), saving::save))));
        } else if (known().stream().anyMatch(f -> f.severity() == Finding.Severity.ERROR)) {
            // What was understood must not give way to what is wrong with it.
            DatasetDescription about = session.source().description();
            String sentence = messages.text(about.understanding().sentence()) + " "
                    + messages.text("notice.findings", known().size());
            models.shell().noticeProperty().set(new ShellViewModel.Notice(sentence, true, links(about, true)));
        }
    }

    /** What is known to be wrong so far: found while opening, and while reading labels. */
    private List<Finding> known() {
        List<Finding> all = new ArrayList<>();
        DatasetDescription about = models.opening().descriptionProperty().get();
        if (about != null) {
            all.addAll(about.findings());
        }
        all.addAll(models.labels().findings());
        return all;
    }

    private void showProblems() {
        models.shell().screenProperty().set(ShellViewModel.EDITOR);
        models.datasetCheck().showKnown(known());
    }
}
