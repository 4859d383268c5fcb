package org.posewright.training.optim;

import java.util.Locale;

/** The update rules that can be chosen. */
public enum OptimizerKind {
    /** Chosen by the number of iterations: {@link OptimizerRule}. */
    AUTO("auto"),
    /** Stochastic gradient descent with Nesterov momentum. */
    SGD("SGD"),
    /** Adam with weight decay added to the gradient. */
    ADAM("Adam"),
    /** Adam with decoupled weight decay. */
    ADAMW("AdamW"),
    /** Adam with the largest gradient instead of their mean square. */
    ADAMAX("Adamax"),
    /** Adam with Nesterov's momentum. */
    NADAM("NAdam"),
    /** Adam that waits until it knows the variance of its steps. */
    RADAM("RAdam"),
    /** Gradients over their mean square, with momentum. */
    RMSPROP("RMSProp");

    private final String argument;

    OptimizerKind(String argument) {
        this.argument = argument;
    }

    /** The name as the command line knows it. */
    public String argument() {
        return argument;
    }

    /**
     * @throws IllegalArgumentException if there is no such optimiser
     */
    public static OptimizerKind of(String name) {
        for (OptimizerKind kind : values()) {
            if (kind.argument.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))) {
                return kind;
            }
        }
        throw new IllegalArgumentException("optimizer '" + name
                + "' is not known here; use auto, SGD, Adam, AdamW, Adamax, NAdam, RAdam" + " or RMSProp");
    }
}
