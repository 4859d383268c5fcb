package org.posewright.training.checkpoint.pickle;

/** Something that a pickle names for import, such as {@code torch.FloatStorage}. It is only ever compared, never looked up. */
public record GlobalName(String module, String name) {
    /** The top package: {@code torch} of {@code torch.nn.modules.conv}. */
    public String rootPackage() {
        int dot = module.indexOf('.');
        return dot < 0 ? module : module.substring(0, dot);
    }

    /** Last part of the name, for nested classes. */
    public String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    @Override
    public String toString() {
        return module + "." + name;
    }
}
