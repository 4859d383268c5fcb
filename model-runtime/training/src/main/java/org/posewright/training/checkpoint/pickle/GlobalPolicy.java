package org.posewright.training.checkpoint.pickle;

import java.util.Set;

/**
 * What a name in a pickle may become. Nothing is ever imported or called; the policy decides between silently inert, inert and listed, and
 * refusing the file because it was made to run something.
 */
final class GlobalPolicy {
    /** Packages whose names appear in ordinary checkpoints. */
    private static final Set<String> EXPECTED =
            Set.of("torch", "ultralytics", "collections", "numpy", "pathlib", "_codecs", "copy_reg", "copyreg");

    /** Built-in types and lookups that cannot run anything when they stay data. */
    private static final Set<String> HARMLESS_BUILTINS = Set.of(
            "dict",
            "list",
            "set",
            "frozenset",
            "tuple",
            "int",
            "float",
            "bool",
            "str",
            "bytes",
            "bytearray",
            "complex",
            "slice",
            "range",
            "object",
            "type",
            "getattr");

    /** Functions that ordinary checkpoints call to restore values; here their calls stay data. */
    private static final Set<String> HARMLESS_FUNCTIONS = Set.of(
            "copy_reg._reconstructor",
            "copyreg._reconstructor",
            "functools.partial",
            "numpy.core.multiarray._reconstruct",
            "numpy._core.multiarray._reconstruct",
            "numpy.core.multiarray.scalar",
            "numpy._core.multiarray.scalar",
            "numpy.dtype",
            "numpy.ndarray",
            "torch.device",
            "torch.dtype",
            "collections.defaultdict",
            "collections.deque");

    /** Packages of which no checkpoint needs anything, and through which anything can be run. */
    private static final Set<String> DANGEROUS = Set.of(
            "os",
            "posix",
            "posixpath",
            "nt",
            "ntpath",
            "subprocess",
            "sys",
            "shutil",
            "socket",
            "importlib",
            "runpy",
            "ctypes",
            "pty",
            "multiprocessing",
            "threading",
            "_thread",
            "asyncio",
            "code",
            "codeop",
            "pdb",
            "bdb",
            "timeit",
            "webbrowser",
            "commands",
            "popen2",
            "platform",
            "tempfile",
            "io",
            "_io",
            "pickle",
            "_pickle",
            "cPickle",
            "dill",
            "cloudpickle",
            "joblib",
            "marshal",
            "shelve",
            "urllib",
            "urllib2",
            "http",
            "httplib",
            "ftplib",
            "smtplib",
            "requests",
            "pip",
            "setuptools",
            "distutils",
            "cProfile",
            "profile",
            "trace",
            "doctest",
            "site",
            "signal",
            "atexit",
            "zipimport",
            "pkgutil",
            "imp",
            "glob",
            "fileinput",
            "_posixsubprocess",
            "antigravity",
            "venv",
            "ensurepip",
            "bpython",
            "IPython");

    private GlobalPolicy() {}

    static boolean isBuiltin(GlobalName global) {
        return global.module().equals("builtins") || global.module().equals("__builtin__");
    }

    /** The name as a person knows it: Python writes {@code os.system} as {@code posix.system} or {@code nt.system}. */
    static String familiarName(GlobalName global) {
        boolean platform = global.module().equals("posix") || global.module().equals("nt");
        return platform ? "os." + global.name() + " (as " + global + ")" : global.toString();
    }

    /** Whether objects of it are containers that have a meaning here. */
    static boolean isContainer(GlobalName global) {
        return isBuiltin(global)
                || global.module().equals("collections")
                || global.toString().equals("torch.Size");
    }

    /** Whether the mere mention shows that the file was made to do harm. */
    static boolean dangerousToName(GlobalName global) {
        return DANGEROUS.contains(global.rootPackage())
                || isBuiltin(global) && !HARMLESS_BUILTINS.contains(global.name());
    }

    /** Whether calling it can be kept as data: it is a class, or a function known to do nothing but restore values. */
    static boolean callStaysData(GlobalName global) {
        if (dangerousToName(global)) {
            return false;
        }
        return isBuiltin(global) || HARMLESS_FUNCTIONS.contains(global.toString()) || looksLikeClass(global);
    }

    /** Whether a report should mention that the file asked for it. */
    static boolean worthListing(GlobalName global) {
        return !EXPECTED.contains(global.rootPackage()) && !isBuiltin(global);
    }

    private static boolean looksLikeClass(GlobalName global) {
        String name = global.simpleName().replace("_", "");
        return !name.isEmpty() && Character.isUpperCase(name.charAt(0));
    }
}
