package org.posewright.training.checkpoint;

import java.util.List;

/**
 * What became of weights that were carried into a network.
 *
 * @param transferred entries of the network that were taken over
 * @param total entries of the network
 * @param madeAnew entries of the network without a counterpart of the same shape: they hold initial values
 * @param unused entries of the source that the network has no use for
 * @param normalisationFolded whether the source had batch normalisation folded into its convolutions; batch statistics then say nothing, so
 *     train with normalisation frozen
 */
public record TransferReport(
        int transferred, int total, List<String> madeAnew, List<String> unused, boolean normalisationFolded) {
    public TransferReport {
        madeAnew = List.copyOf(madeAnew);
        unused = List.copyOf(unused);
    }

    public boolean complete() {
        return madeAnew.isEmpty();
    }

    /** One line for the log. */
    public String summary() {
        StringBuilder text = new StringBuilder("Transferred ")
                .append(transferred)
                .append('/')
                .append(total)
                .append(" items");
        if (!madeAnew.isEmpty()) {
            text.append("; made anew: ").append(String.join(", ", madeAnew));
        }
        if (!unused.isEmpty()) {
            text.append("; not used: ").append(unused.size());
        }
        return text.append('.').toString();
    }
}
