package org.posewright.annotations.check;

import java.util.function.Consumer;

/** A family of checks of single people. Implementations are stateless. */
interface PersonCheck {

    void check(InspectedPerson inspected, Consumer<Diagnosis> sink);
}
