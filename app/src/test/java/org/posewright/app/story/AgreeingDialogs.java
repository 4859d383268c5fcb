package org.posewright.app.story;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.posewright.app.dialog.ContentDialog;
import org.posewright.app.dialog.DialogService;

/** Somebody who says yes to everything, and remembers what was asked. */
final class AgreeingDialogs implements DialogService {

    private final List<String> shown = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    List<String> shown() {
        return shown;
    }

    List<String> complaints() {
        return complaints;
    }

    @Override
    public Optional<Path> chooseFolder(String title) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> chooseFile(String title, List<FileKind> kinds) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> chooseSaveFile(String title, String suggestedName, List<FileKind> kinds) {
        return Optional.empty();
    }

    @Override
    public Optional<String> askText(String title, String prompt, String initial, String confirm) {
        return Optional.of(initial);
    }

    @Override
    public Optional<Integer> choose(Question question) {
        shown.add(question.title());
        return Optional.of(0);
    }

    @Override
    public void tell(Severity severity, String title, String sentence, String details) {
        complaints.add(title + ": " + sentence);
    }

    @Override
    public void notify(String title, String sentence) {
        shown.add(title);
    }

    @Override
    public boolean show(ContentDialog dialog) {
        shown.add(dialog.title());
        return true;
    }
}
