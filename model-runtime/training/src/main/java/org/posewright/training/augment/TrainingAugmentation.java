package org.posewright.training.augment;

import java.util.List;
import org.posewright.training.draw.SampleDraw;

/** The whole chain of steps that makes training samples, in the reference's order: a pure function of pictures and draws. */
public final class TrainingAugmentation {

    private final SampleSource source;
    private final Mosaic mosaic;
    private final RandomPerspective perspective;
    private final Flip flip;

    /**
     * @param source where mosaic and mix-up find partners
     * @param flipOrder the skeleton's; draws must not flip where it is empty
     * @param frame network input; mosaic needs it square
     */
    public TrainingAugmentation(SampleSource source, List<Integer> flipOrder, LetterboxFrame frame) {
        this.source = source;
        mosaic = new Mosaic(source, frame.width());
        perspective = new RandomPerspective(frame);
        flip = new Flip(flipOrder);
    }

    /**
     * The sample that was drawn.
     *
     * @throws java.io.UncheckedIOException if no picture can be read
     */
    public Sample apply(SampleDraw draw) {
        Sample sample = placed(draw.picture(), draw.geometry());
        if (draw.mixUp().isPresent()) {
            SampleDraw.MixUp mixUp = draw.mixUp().get();
            sample = MixUp.blended(sample, placed(mixUp.partner(), mixUp.geometry()), mixUp.ratio());
        }
        sample = ColorJitter.apply(sample, draw.color());
        sample = draw.flipUd() ? flip.upDown(sample) : sample;
        sample = draw.flipLr() ? flip.leftRight(sample) : sample;
        return draw.swapsChannels() ? ChannelSwap.apply(sample) : sample;
    }

    private Sample placed(int picture, SampleDraw.Geometry draw) {
        Sample plain = source.load(picture);
        Sample laidOut = draw.mosaic().map(m -> mosaic.apply(plain, m)).orElse(plain);
        return perspective.apply(laidOut, draw.perspective());
    }
}
