package org.posewright.training.network;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.global.torch;

/**
 * Where tensors live and are computed with: the processor, or one CUDA card.
 *
 * @param card number of the card; negative for the processor
 */
public record TorchDevice(int card) {

    /** The processor. */
    public static final TorchDevice PROCESSOR = new TorchDevice(-1);

    private static final Pattern CARD = Pattern.compile("(?:cuda:?)?(\\d{1,2})|cuda");

    /** Whether a {@code device} argument can be understood: {@code cpu}, {@code auto}, {@code cuda}, {@code 0}, {@code cuda:1}, or none. */
    public static boolean isKnown(String wish) {
        return wish.isEmpty()
                || wish.equals("cpu")
                || wish.equals("auto")
                || CARD.matcher(wish).matches();
    }

    /**
     * The device that an argument means: with none or {@code auto} the first card, if libtorch sees one. Loads the natives.
     *
     * @throws TorchUnavailableException if libtorch does not see the card that was asked for
     */
    static TorchDevice of(String wish) {
        Matcher card = CARD.matcher(wish);
        if (card.matches()) {
            return existing(card.group(1) == null ? 0 : Integer.parseInt(card.group(1)), wish);
        }
        return wish.equals("cpu") || !torch.cuda_is_available() ? PROCESSOR : new TorchDevice(0);
    }

    private static TorchDevice existing(int card, String wish) {
        int count = torch.cuda_is_available() ? Byte.toUnsignedInt(torch.cuda_device_count()) : 0;
        if (card >= count) {
            throw new TorchUnavailableException("device=" + wish + " asks for a CUDA card, but this libtorch sees "
                    + (count == 0 ? "none" : count) + "; use device=cpu, or a build with -Pcuda and NVIDIA's driver.");
        }
        return new TorchDevice(card);
    }

    public boolean isCuda() {
        return card >= 0;
    }

    /** In a scope of the caller's. */
    Device torchDevice() {
        return isCuda() ? new Device(torch.DeviceType.CUDA, (byte) card) : new Device(torch.DeviceType.CPU);
    }

    @Override
    public String toString() {
        return isCuda() ? "cuda:" + card : "cpu";
    }
}
