package org.posewright.app.viewmodel.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.posewright.annotations.evaluation.diagnosis.KeypointError;
import org.posewright.annotations.evaluation.suspect.Disagreement;
import org.posewright.annotations.evaluation.suspect.LabelSuspect;
import org.posewright.annotations.evaluation.suspect.SuspectKind;
import org.posewright.annotations.model.Skeleton;
import org.posewright.app.text.Messages;

/** Says what a case is, in a phrase for the list and in a sentence beside the picture. */
public final class CaseWords {

    private static final int NAMED_JOINTS = 4;

    private final Messages messages;

    public CaseWords(Messages messages) {
        this.messages = messages;
    }

    /** What is wrong, for a row of the list. */
    public String phrase(WorkCase item, Skeleton skeleton) {
        Optional<LabelSuspect> suspect = item.suspect();
        if (suspect.isPresent()) {
            List<Integer> doubted = suspect.get().keypoints();
            String doubt = messages.text(kindKey(suspect.get()));
            return doubted.size() == 1 ? doubt + " · " + name(skeleton, doubted.get(0)) : doubt;
        }
        List<Integer> joints = gravest(item);
        String kind = messages.text(item.kind().messageKey());
        return joints.size() == 1 ? phrase(item.kind(), joints.get(0), skeleton) : kind;
    }

    /** A class of error at a joint. */
    public String phrase(CaseKind kind, int joint, Skeleton skeleton) {
        return messages.text(kind.messageKey()) + " · " + name(skeleton, joint);
    }

    /** What is wrong, in a sentence; repairs say what they would do for the OKS. */
    public String sentence(WorkCase item, Skeleton skeleton, OptionalDouble oksAfterSwap) {
        if (item.evidence().orElse(null) instanceof WorkCase.Evidence.Picture picture) {
            return picture(picture.disagreement());
        }
        Optional<LabelSuspect> suspect = item.suspect();
        if (suspect.isPresent()) {
            String joints = names(skeleton, suspect.get().keypoints());
            boolean alone = suspect.get().kind() == SuspectKind.JOINT_DISPLACED
                    && suspect.get().prediction().isEmpty();
            return messages.text(kindKey(suspect.get()) + (alone ? ".alone" : ".sentence"), joints);
        }
        String sentence = messages.text(item.kind().messageKey() + ".sentence", names(skeleton, gravest(item)));
        return oksAfterSwap.isEmpty()
                ? sentence
                : sentence + " " + messages.text("case.after-swap", oks(oksAfterSwap.getAsDouble()));
    }

    /** Head of the explanation: who, and the OKS of the pair. */
    public String title(WorkCase item, OptionalInt personNumber) {
        String who = personNumber.isPresent()
                ? messages.text("case.person", personNumber.getAsInt())
                : messages.text(item.kind() == CaseKind.PICTURE ? "case.whole-picture" : "case.nobody");
        return Double.isNaN(item.oks()) ? who : who + " · OKS " + oks(item.oks());
    }

    private String picture(Disagreement found) {
        return messages.text(
                "case.picture.sentence",
                oks(found.lowestOks()),
                found.missedPeople(),
                found.extraPredictions(),
                found.inversions());
    }

    private static String kindKey(LabelSuspect suspect) {
        return "suspect." + suspect.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The joints that a case is about: those of its gravest class. */
    private static List<Integer> gravest(WorkCase item) {
        return switch (item.kind()) {
            case INVERSION -> item.joints(KeypointError.INVERSION);
            case SWAP -> item.joints(KeypointError.SWAP);
            case MISS -> item.joints(KeypointError.MISS);
            case JITTER -> item.joints(KeypointError.JITTER);
            case GOOD, UNDETECTED, UNLABELED, PICTURE, SUSPECT -> List.of();
        };
    }

    static List<Integer> joints(WorkCase item) {
        return item.suspect().map(LabelSuspect::keypoints).orElseGet(() -> gravest(item));
    }

    private String names(Skeleton skeleton, List<Integer> joints) {
        if (joints.isEmpty()) {
            return messages.text("case.all-joints");
        }
        String named = joints.stream()
                .limit(NAMED_JOINTS)
                .map(joint -> name(skeleton, joint))
                .collect(Collectors.joining(", "));
        return joints.size() > NAMED_JOINTS
                ? messages.text("case.and-more", named, joints.size() - NAMED_JOINTS)
                : named;
    }

    private static String name(Skeleton skeleton, int joint) {
        return skeleton.keypointNames().get(joint).replace('_', ' ');
    }

    private static String oks(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
