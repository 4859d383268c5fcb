package org.posewright.app.cli;

import java.util.List;
import java.util.concurrent.Callable;

/** Every command there is, in the order in which help lists them. */
public final class Commands {

    private Commands() {}

    /** Fresh command objects: picocli writes arguments into them, so each run needs its own. */
    public static List<Callable<Integer>> all() {
        return List.of(new SampleCommand());
    }
}
