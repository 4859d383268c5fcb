package org.posewright.app.cli;

import picocli.CommandLine;

/** Says which build this is, as the jar's manifest states it. */
final class ProgramVersion implements CommandLine.IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = ProgramVersion.class.getPackage().getImplementationVersion();
        return new String[] {"posewright " + (version == null ? "(development build)" : version)};
    }
}
