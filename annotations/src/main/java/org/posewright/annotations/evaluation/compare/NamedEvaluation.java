package org.posewright.annotations.evaluation.compare;

import org.posewright.annotations.evaluation.Evaluation;

/** The evaluation of one model or results file under the name people know it by. */
public record NamedEvaluation(String name, Evaluation evaluation) {}
