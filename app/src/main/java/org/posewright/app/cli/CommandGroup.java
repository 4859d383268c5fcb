package org.posewright.app.cli;

import java.util.List;
import java.util.concurrent.Callable;

/** A command that consists of commands, such as {@code bench}. */
interface CommandGroup extends Callable<Integer> {

    /** Each a {@code @Command} object. */
    List<Callable<Integer>> members();
}
