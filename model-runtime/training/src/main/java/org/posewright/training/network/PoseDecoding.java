package org.posewright.training.network;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.posewright.training.graph.AnchorGrid;
import org.posewright.training.graph.HeadMaps;
import org.posewright.training.graph.NetworkSpec;

/** From raw head maps to boxes, scores and keypoints in input pixels. */
public final class PoseDecoding {
    private static final double CELL_CENTRE = 0.5;

    private final NetworkSpec spec;

    public PoseDecoding(NetworkSpec spec) {
        this.spec = spec;
    }

    /** Maps of one branch joined to [batch, channels, anchors]. */
    public static Tensor flatten(List<Tensor> maps) {
        return Torch.cat(maps.stream().map(map -> map.flatten(2, 3)).toList(), 2);
    }

    /**
     * @return [batch, 4 + nc + K·D, anchors]: box centre and size, class probabilities, then x, y (and visibility probability) per keypoint
     */
    public Tensor decode(HeadMaps<Tensor> maps) {
        Tensor finest = maps.boxes().get(0);
        int finestStride = NetworkSpec.STRIDES[0];
        AnchorGrid grid = AnchorGrid.of((int) finest.size(2) * finestStride, (int) finest.size(3) * finestStride);
        Tensor anchors =
                Torch.stack(List.of(Torch.floats(grid.xs(), grid.size()), Torch.floats(grid.ys(), grid.size())), 0);
        Tensor strides = Torch.floats(grid.strides(), grid.size());
        Tensor boxes = boxes(flatten(maps.boxes()).to(torch.ScalarType.Float), anchors, strides);
        Tensor scores = torch.sigmoid(flatten(maps.classes()).to(torch.ScalarType.Float));
        Tensor keypoints = keypoints(flatten(maps.keypoints()).to(torch.ScalarType.Float), anchors, strides);
        return Torch.cat(List.of(boxes, scores, keypoints), 1);
    }

    /** Expected distance of each side from the cell centre, then centre and size in pixels. */
    private static Tensor boxes(Tensor logits, Tensor anchors, Tensor strides) {
        long batch = logits.size(0);
        long count = logits.size(2);
        Tensor distribution = torch.softmax(logits.view(batch, 4, NetworkSpec.BOX_BINS, count), 2);
        float[] bins = new float[NetworkSpec.BOX_BINS];
        for (int i = 0; i < bins.length; i++) {
            bins[i] = i;
        }
        Tensor distances =
                distribution.mul(Torch.floats(bins, 1, 1, bins.length, 1)).sum(2);
        Tensor topLeft = anchors.sub(distances.narrow(1, 0, 2));
        Tensor bottomRight = anchors.add(distances.narrow(1, 2, 2));
        Tensor centre = Torch.times(topLeft.add(bottomRight), 0.5);
        return Torch.cat(List.of(centre, bottomRight.sub(topLeft)), 1).mul(strides);
    }

    private Tensor keypoints(Tensor raw, Tensor anchors, Tensor strides) {
        long batch = raw.size(0);
        long count = raw.size(2);
        Tensor perKeypoint = raw.view(batch, spec.keypointCount(), spec.keypointDimensions(), count);
        Tensor cellOrigins = Torch.plus(anchors, -CELL_CENTRE);
        Tensor points =
                Torch.times(perKeypoint.narrow(2, 0, 2), 2).add(cellOrigins).mul(strides);
        Tensor all = points;
        if (spec.keypointDimensions() == 3) {
            all = Torch.cat(List.of(points, torch.sigmoid(perKeypoint.narrow(2, 2, 1))), 2);
        }
        return all.reshape(batch, spec.keypointChannels(), count);
    }
}
