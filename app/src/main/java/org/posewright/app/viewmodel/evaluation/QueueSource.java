package org.posewright.app.viewmodel.evaluation;

/** What the work queue lists. */
public enum QueueSource {
    /** People and predictions, worst OKS first. */
    CASES,
    /** Pictures by how far label and model are apart. */
    PICTURES,
    /** Labels that look wrong, with a model's help where it has been run. */
    SUSPECTS;

    /** Key of its name in the messages. */
    public String messageKey() {
        return "queue.source." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
