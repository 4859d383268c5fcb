package org.posewright.training.optim;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * One step of one group of parameters: the formulas of PyTorch's optimisers with the settings that Ultralytics gives them. All tensors
 * have the same length.
 *
 * @param first velocity or mean of the gradients; changed
 * @param second what the gradients' size is remembered in; changed. SGD has none and gets {@code first} again
 */
record GroupUpdate(Tensor parameter, Tensor gradient, Tensor first, Tensor second, Step step) {

    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;
    /** RMSProp's share of the old mean square. */
    private static final double ALPHA = 0.99;
    /** Below this length of the approximated simple moving average RAdam's variance cannot be computed. */
    private static final double SHORTEST_AVERAGE = 5;

    /**
     * @param momentum of this step: SGD's and RMSProp's warms up
     * @param beta1 the Adam family's, which does not
     * @param number of this step, from 1
     */
    record Step(double rate, double decay, double momentum, double beta1, long number, MomentumProduct product) {}

    void apply(OptimizerKind kind) {
        switch (kind) {
            case SGD -> descend();
            case ADAM -> adam(withDecay());
            case ADAMW -> {
                parameter.mul_(new Scalar(1 - step.rate * step.decay));
                adam(gradient);
            }
            case ADAMAX -> adamax(withDecay());
            case NADAM -> nadam(withDecay());
            case RADAM -> radam(withDecay());
            case RMSPROP -> rmsProp(withDecay());
            default -> throw new IllegalStateException(kind + " is not an update rule");
        }
    }

    private Tensor withDecay() {
        return step.decay == 0 ? gradient : gradient.add(parameter, new Scalar(step.decay));
    }

    /** With Nesterov's momentum. */
    private void descend() {
        Tensor direction = withDecay();
        first.mul_(new Scalar(step.momentum)).add_(direction);
        Tensor ahead = direction.add(first, new Scalar(step.momentum));
        parameter.add_(ahead, new Scalar(-step.rate));
    }

    /** Kingma and Ba 2015. */
    private void adam(Tensor g) {
        remember(g);
        parameter.addcdiv_(first, rootOfSecond(), new Scalar(-step.rate / meanCorrection()));
    }

    /** Kingma and Ba 2015, section 7.1. */
    private void adamax(Tensor g) {
        first.lerp_(g, new Scalar(1 - step.beta1));
        Tensor size = g.abs().add_(new Scalar(EPSILON));
        second.copy_(torch.maximum(second.mul_(new Scalar(BETA2)), size));
        parameter.addcdiv_(first, second, new Scalar(-step.rate / meanCorrection()));
    }

    /** Dozat 2016. */
    private void nadam(Tensor g) {
        remember(g);
        double mu = step.product.factor(step.number);
        double next = step.product.factor(step.number + 1);
        double product = step.product.through(step.number);
        Tensor root = rootOfSecond();
        parameter.addcdiv_(g, root, new Scalar(-step.rate * (1 - mu) / (1 - product)));
        parameter.addcdiv_(first, root, new Scalar(-step.rate * next / (1 - product * next)));
    }

    /** Liu et al. 2020. */
    private void radam(Tensor g) {
        remember(g);
        double squareCorrection = 1 - Math.pow(BETA2, step.number);
        double longest = 2 / (1 - BETA2) - 1;
        double length = longest - 2 * step.number * Math.pow(BETA2, step.number) / squareCorrection;
        double rate = step.rate / meanCorrection();
        if (length <= SHORTEST_AVERAGE) {
            parameter.add_(first, new Scalar(-rate));
            return;
        }
        double rectification =
                Math.sqrt((length - 4) * (length - 2) * longest / ((longest - 4) * (longest - 2) * length));
        Tensor root = second.sqrt().add_(new Scalar(EPSILON));
        parameter.addcdiv_(first, root, new Scalar(-rate * rectification * Math.sqrt(squareCorrection)));
    }

    /** Tieleman and Hinton 2012, with momentum. */
    private void rmsProp(Tensor g) {
        second.mul_(new Scalar(ALPHA)).addcmul_(g, g, new Scalar(1 - ALPHA));
        Tensor root = second.sqrt().add_(new Scalar(EPSILON));
        first.mul_(new Scalar(step.momentum)).addcdiv_(g, root);
        parameter.add_(first, new Scalar(-step.rate));
    }

    private void remember(Tensor g) {
        first.lerp_(g, new Scalar(1 - step.beta1));
        second.mul_(new Scalar(BETA2)).addcmul_(g, g, new Scalar(1 - BETA2));
    }

    private double meanCorrection() {
        return 1 - Math.pow(step.beta1, step.number);
    }

    private Tensor rootOfSecond() {
        double correction = Math.sqrt(1 - Math.pow(BETA2, step.number));
        return second.sqrt().div_(new Scalar(correction)).add_(new Scalar(EPSILON));
    }
}
