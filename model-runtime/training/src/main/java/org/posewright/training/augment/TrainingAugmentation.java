package org.posewright.training.augment;

import java.util.List;

/** The whole chain of steps for training samples, in the reference's order. */
public final class TrainingAugmentation {

    private TrainingAugmentation() {}

    /**
     * @param source where mosaic and mix-up find partners
     * @param flipOrder the skeleton's; empty forbids flips, whatever the settings say
     * @param frame network input; mosaic needs it square
     */
    public static Augmentation of(
            AugmentationSettings wanted, SampleSource source, List<Integer> flipOrder, LetterboxFrame frame) {
        AugmentationSettings settings = flipOrder.isEmpty() ? wanted.withoutFlips() : wanted;
        RandomPerspective perspective = new RandomPerspective(settings, frame);
        Augmentation geometry = new Mosaic(source, settings.mosaic(), frame.width()).then(perspective);
        return geometry.then(new MixUp(source, geometry, settings.mixUp()))
                .then(new ColorJitter(settings.hsvH(), settings.hsvS(), settings.hsvV()))
                .then(new Flip(Flip.Direction.UP_DOWN, settings.flipUd(), flipOrder))
                .then(new Flip(Flip.Direction.LEFT_RIGHT, settings.flipLr(), flipOrder))
                .then(new ChannelSwap(settings.bgr()));
    }
}
