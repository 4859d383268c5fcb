package org.posewright.training.network;

import static org.bytedeco.openblas.global.openblas_nolapack.blas_set_num_threads;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Context;
import org.bytedeco.pytorch.global.torch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * libtorch, loaded and set up in this process.
 *
 * @param threads threads inside one operation
 * @param device where tensors live
 * @param vectorLevel instruction set libtorch found, such as {@code AVX512}
 * @param bfloat16 whether the processor multiplies bfloat16 natively, so that training in it is faster
 */
public record TorchRuntime(int threads, TorchDevice device, String vectorLevel, boolean bfloat16) {
    private static final Logger LOG = LoggerFactory.getLogger(TorchRuntime.class);
    private static final String MEMORY_CAP = "org.bytedeco.javacpp.maxphysicalbytes";
    private static final long SLOW_START_MILLIS = 2_000;

    /**
     * Loads the natives (unpacking about 450 MB the first time) and sets the number of threads. Call once, before any other use of libtorch.
     *
     * @param threads threads inside one operation; leave a core free while a window is in use
     * @throws TorchUnavailableException if the natives are missing or cannot be loaded, with the reason
     */
    public static TorchRuntime start(int threads) {
        return start(threads, TorchDevice.PROCESSOR.toString());
    }

    /**
     * The same on a device.
     *
     * @param device as {@link TorchDevice#isKnown} takes it
     * @throws TorchUnavailableException also if libtorch does not see the card that is asked for
     */
    public static TorchRuntime start(int threads, String device) {
        liftMemoryCap();
        long begin = System.nanoTime();
        try {
            Loader.load(torch.class);
            // libtorch's thread count does not reach OpenBLAS, whose own threads would fight with libtorch's.
            blas_set_num_threads(1);
            torch.set_num_threads(Math.max(1, threads));
        } catch (UnsatisfiedLinkError | NoClassDefFoundError | ExceptionInInitializerError e) {
            throw TorchUnavailableException.because(e);
        }
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        if (millis > SLOW_START_MILLIS) {
            LOG.info(
                    "The training engine took {} s to load; it is unpacked once and starts faster from now on.",
                    millis / 1000);
        }
        TorchDevice home = TorchDevice.of(device);
        Torch.settle(home);
        if (home.isCuda()) {
            searchFastestKernels();
        }
        boolean bfloat16 = !home.isCuda() && Bfloat16Support.detect();
        return new TorchRuntime(torch.get_num_threads(), home, vectorLevelOfLibrary(), bfloat16);
    }

    /** Shapes stay the same from step to step, so that cuDNN's search for the fastest convolution pays. */
    private static void searchFastestKernels() {
        try (PointerScope scope = new PointerScope()) {
            Context context = torch.globalContext();
            context.setBenchmarkCuDNN(true);
        }
    }

    /** What computes, in words: {@code the processor (AVX2)} or {@code CUDA card 0}. */
    public String describe() {
        return device.isCuda() ? "CUDA card " + device.card() : "the processor (" + vectorLevel + ")";
    }

    /** Threads for training when nobody is waiting for the window: all cores. */
    public static int allCores() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** Empty if training can run here, otherwise the reason in one sentence. Loads the natives. */
    public static Optional<String> whyUnavailable() {
        try {
            liftMemoryCap();
            Loader.load(torch.class);
            return Optional.empty();
        } catch (UnsatisfiedLinkError | NoClassDefFoundError | ExceptionInInitializerError e) {
            return Optional.of(TorchUnavailableException.because(e).getMessage());
        }
    }

    /** JavaCPP's own cap follows the Java heap and would stop training with "Physical memory usage is too high". */
    private static void liftMemoryCap() {
        for (String property : new String[] {MEMORY_CAP, "org.bytedeco.javacpp.maxbytes"}) {
            if (System.getProperty(property) == null) {
                System.setProperty(property, "0");
            }
        }
    }

    private static String vectorLevelOfLibrary() {
        try (PointerScope scope = new PointerScope()) {
            BytePointer name = torch.get_cpu_capability();
            return name.getString();
        }
    }
}
