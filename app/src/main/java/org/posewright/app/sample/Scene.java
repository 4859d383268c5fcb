package org.posewright.app.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Provenance;
import org.posewright.annotations.model.Visibility;

/** One composed picture: backdrop, people at several distances, things in front of them, and the truth about all joints. */
final class Scene {

    /** A person of whom fewer pixels than this are to be seen is not labelled. */
    private static final int LEAST_VISIBLE_PIXELS = 120;

    /** COCO's border of small objects, whose keypoints it does not label: the box alone. */
    private static final int LEAST_PIXELS_WITH_JOINTS = 32 * 32;

    private static final double PANEL_SHARE = 0.08;

    /** People keep apart as far as a few tries allow: at most so much of the smaller body's extent lies over another's. */
    private static final double OVERLAP = 0.1;

    private static final int TRIES = 8;

    private final DepthCanvas canvas;
    private final List<Figure> figures;

    private Scene(DepthCanvas canvas, List<Figure> figures) {
        this.canvas = canvas;
        this.figures = figures;
    }

    /** Composes a scene with a usual number of people; the same random numbers give the same pixels. */
    static Scene compose(int width, int height, RandomGenerator random) {
        return compose(width, height, 0, random);
    }

    /**
     * Composes a scene.
     *
     * @param crowd how many people, spread over the width; 0 leaves number and places to chance
     */
    static Scene compose(int width, int height, int crowd, RandomGenerator random) {
        double sun = 2 * Math.PI * random.nextDouble();
        Vec direction = new Vec(0.7 * Math.cos(sun), 0.35 + 0.5 * random.nextDouble(), 0.75).unit();
        double direct = 0.35 + 0.5 * random.nextDouble();
        DepthCanvas canvas = new DepthCanvas(width, height, new DepthCanvas.Light(direction, direct, 1.1 - direct));
        int horizon = (int) (height * (0.3 + 0.3 * random.nextDouble()));
        new Backdrop(canvas, random, horizon).paint();
        List<Figure> figures = new ArrayList<>();
        int people = crowd > 0 ? crowd : crowdSize(random);
        double nearest = 0.85 - 0.06 * Math.min(people, 6);
        for (int i = 0; i < people; i++) {
            double tall = height * (0.2 + nearest * Math.pow(random.nextDouble(), people > 4 ? 1.8 : 1.0));
            double from = crowd > 0 ? (double) i / people : 0.06;
            double wide = crowd > 0 ? 1.0 / people : 0.88;
            DoubleSupplier across = () -> from + wide * random.nextDouble();
            figures.add(apart(figures, () -> place(width, height, horizon, tall, across, random)));
        }
        figures.sort(Comparator.comparingDouble(Figure::depth));
        figures.forEach(figure -> castShadow(canvas, figure));
        for (int i = 0; i < figures.size(); i++) {
            figures.get(i).paint(canvas, i);
        }
        furniture(canvas, figures, random);
        return new Scene(canvas, figures);
    }

    private static int crowdSize(RandomGenerator random) {
        double dice = random.nextDouble();
        return dice < 0.3
                ? 1
                : dice < 0.6 ? 2 : dice < 0.82 ? 3 : dice < 0.94 ? 4 + random.nextInt(2) : 6 + random.nextInt(3);
    }

    /** The first of several candidates that keeps clear of everybody, or else the one that overlaps least. */
    private static Figure apart(List<Figure> others, Supplier<Figure> candidates) {
        Figure best = candidates.get();
        double least = overlap(best, others);
        for (int i = 1; i < TRIES && least > OVERLAP; i++) {
            Figure next = candidates.get();
            double overlap = overlap(next, others);
            if (overlap < least) {
                least = overlap;
                best = next;
            }
        }
        return best;
    }

    private static double overlap(Figure figure, List<Figure> others) {
        Box extent = figure.extent();
        return others.stream()
                .map(Figure::extent)
                .mapToDouble(other -> common(extent, other) / Math.min(extent.area(), other.area()))
                .max()
                .orElse(0);
    }

    private static double common(Box a, Box b) {
        double width = Math.min(a.right(), b.right()) - Math.max(a.x(), b.x());
        double height = Math.min(a.bottom(), b.bottom()) - Math.max(a.y(), b.y());
        return Math.max(0, width) * Math.max(0, height);
    }

    /** @param across gives the pelvis' place as a share of the width; asked once */
    private static Figure place(
            int width, int height, int horizon, double tall, DoubleSupplier across, RandomGenerator random) {
        BodyShape shape = BodyShape.random(random);
        double facing = random.nextDouble() < 0.75 ? 0.5 * random.nextGaussian() : 2 * Math.PI * random.nextDouble();
        Body body = Body.of(shape, BodyPose.random(random), facing);
        double scale = tall / 1.72;
        double lowest = Math.min(body.toes()[0].y(), body.toes()[1].y());
        double feet = Math.min(height * 1.02, horizon + (height - horizon) * (0.12 + 0.95 * tall / height))
                + 0.03 * height * random.nextGaussian();
        double x = width * across.getAsDouble();
        // People nearer than the picture is high are cut off below, as in a portrait.
        double pelvisY = tall > 0.85 * height && random.nextBoolean()
                ? height * (0.65 + 0.3 * random.nextDouble())
                : feet + lowest * scale;
        return new Figure(body, shape, Wardrobe.random(random), scale, x, pelvisY, 20 * tall);
    }

    private static void castShadow(DepthCanvas canvas, Figure figure) {
        Vec left = figure.project(figure.body().toes()[0]);
        Vec right = figure.project(figure.body().toes()[1]);
        double spread = Math.abs(left.x() - right.x()) / 2 + 0.25 * figure.pixelsPerMetre();
        canvas.shadow(
                (left.x() + right.x()) / 2,
                Math.max(left.y(), right.y()) + 0.02 * figure.pixelsPerMetre(),
                spread,
                0.09 * figure.pixelsPerMetre(),
                0.55);
    }

    private static void furniture(DepthCanvas canvas, List<Figure> figures, RandomGenerator random) {
        for (Figure figure : figures) {
            if (random.nextDouble() < PANEL_SHARE) {
                double metre = figure.pixelsPerMetre();
                int wide = (int) (metre * (0.25 + 0.7 * random.nextDouble()));
                int high = (int) (metre * (0.3 + 0.6 * random.nextDouble()));
                int left = (int) (figure.pelvisX() + 0.4 * metre * random.nextGaussian() - wide / 2.0);
                int top = (int) (figure.pelvisY() + metre * (0.1 + 0.5 * random.nextDouble()));
                canvas.panel(
                        left, top, left + wide, top + high, figure.depth() + metre, Paint.plain(Colour.random(random)));
            }
        }
    }

    DepthCanvas canvas() {
        return canvas;
    }

    /**
     * The people of whom enough is to be seen, with exact joints, flags and tight boxes; ids count from 0. Small ones are boxes only, as in
     * COCO.
     */
    List<PersonInstance> people() {
        List<PersonInstance> people = new ArrayList<>();
        for (int person = 0; person < figures.size(); person++) {
            int index = person;
            visibleExtent(person).ifPresent(extent -> {
                Keypoints joints =
                        extent.pixels < LEAST_PIXELS_WITH_JOINTS ? Keypoints.unlabeled(Body.JOINTS) : keypoints(index);
                people.add(PersonInstance.added(people.size(), 0, extent.box, joints));
            });
        }
        return people;
    }

    /** What is to be seen of a person. */
    private record Extent(Box box, int pixels) {}

    private Optional<Extent> visibleExtent(int person) {
        int left = canvas.width;
        int top = canvas.height;
        int right = -1;
        int bottom = -1;
        int count = 0;
        for (int y = 0; y < canvas.height; y++) {
            for (int x = 0; x < canvas.width; x++) {
                if (canvas.ownerAt(x, y) == person) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y);
                    count++;
                }
            }
        }
        return count < LEAST_VISIBLE_PIXELS
                ? Optional.empty()
                : Optional.of(new Extent(Box.ofCorners(left, top, right + 1.0, bottom + 1.0), count));
    }

    private Keypoints keypoints(int person) {
        Figure figure = figures.get(person);
        Keypoints.Builder points = new Keypoints.Builder(Body.JOINTS);
        for (int joint = 0; joint < Body.JOINTS; joint++) {
            Vec at = figure.project(figure.body().joints()[joint]);
            Visibility visibility = visibility(figure, person, joint, at);
            boolean labeled = visibility.isLabeled();
            points.add(labeled ? at.x() : 0, labeled ? at.y() : 0, visibility, Provenance.FILE);
        }
        return points.build();
    }

    /** Outside: no label. A face point on the far side of the head: no label. Hidden by anything: occluded. */
    private Visibility visibility(Figure figure, int person, int joint, Vec at) {
        int x = (int) Math.floor(at.x());
        int y = (int) Math.floor(at.y());
        if (x < 0 || y < 0 || x >= canvas.width || y >= canvas.height) {
            return Visibility.UNLABELED;
        }
        double inFront = canvas.depthAt(x, y) - at.z();
        boolean hidden = inFront > figure.fleshAround(joint) * figure.pixelsPerMetre();
        if (!hidden) {
            return Visibility.VISIBLE;
        }
        boolean farSideOfOwnHead = joint < Body.LEFT_SHOULDER && canvas.ownerAt(x, y) == person;
        return farSideOfOwnHead ? Visibility.UNLABELED : Visibility.OCCLUDED;
    }
}
