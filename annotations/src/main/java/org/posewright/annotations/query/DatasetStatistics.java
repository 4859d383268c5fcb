package org.posewright.annotations.query;

import java.util.ArrayList;
import java.util.List;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.work.CancellationToken;

/**
 * Counts of a dataset or a part of it.
 *
 * @param people all but crowds
 * @param peopleWithKeypoints those of {@code people} with at least one labelled point: the instances that keypoint evaluation counts
 * @param joints one element for each point of the skeleton, without crowds
 */
public record DatasetStatistics(
        int images, int imagesWithPeople, int people, int peopleWithKeypoints, int crowds, List<JointCounts> joints) {

    /** How often a point has each visibility flag. */
    public record JointCounts(String name, int unlabeled, int occluded, int visible) {

        public int labeled() {
            return occluded + visible;
        }
    }

    public DatasetStatistics {
        joints = List.copyOf(joints);
    }

    public long labeledJoints() {
        return joints.stream().mapToLong(JointCounts::labeled).sum();
    }

    /**
     * Counts.
     *
     * @throws java.util.concurrent.CancellationException if the token says so
     */
    public static DatasetStatistics of(List<ImageRecord> images, Skeleton skeleton, CancellationToken token) {
        int[][] flags = new int[skeleton.size()][3];
        int withPeople = 0;
        int people = 0;
        int withKeypoints = 0;
        int crowds = 0;
        for (ImageRecord image : images) {
            token.throwIfCancelled();
            withPeople += image.people().isEmpty() ? 0 : 1;
            for (PersonInstance person : image.people()) {
                if (person.crowd()) {
                    crowds++;
                    continue;
                }
                people++;
                withKeypoints += person.keypoints().labeledCount() > 0 ? 1 : 0;
                count(person, flags);
            }
        }
        return new DatasetStatistics(images.size(), withPeople, people, withKeypoints, crowds, joints(skeleton, flags));
    }

    private static void count(PersonInstance person, int[][] flags) {
        for (int i = 0; i < Math.min(flags.length, person.keypoints().size()); i++) {
            flags[i][person.keypoints().visibility(i).flag()]++;
        }
    }

    private static List<JointCounts> joints(Skeleton skeleton, int[][] flags) {
        List<JointCounts> joints = new ArrayList<>();
        for (int i = 0; i < flags.length; i++) {
            joints.add(new JointCounts(skeleton.keypointNames().get(i), flags[i][0], flags[i][1], flags[i][2]));
        }
        return joints;
    }
}
