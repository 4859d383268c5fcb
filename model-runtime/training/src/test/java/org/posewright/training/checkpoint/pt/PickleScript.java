package org.posewright.training.checkpoint.pt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Assembles pickles opcode by opcode and wraps them as checkpoints, for files that no honest program writes. */
final class PickleScript {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Map<String, byte[]> members = new LinkedHashMap<>();

    PickleScript() {
        op(0x80).op(2);
    }

    PickleScript op(int... opcodes) {
        for (int opcode : opcodes) {
            out.write(opcode);
        }
        return this;
    }

    PickleScript global(String module, String name) {
        return op('c').raw(module + "\n" + name + "\n");
    }

    PickleScript text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return op('X').int32(utf8.length).raw(text);
    }

    PickleScript integer(long value) {
        op(0x8a, 8);
        out.writeBytes(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array());
        return this;
    }

    PickleScript int32(int value) {
        out.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array());
        return this;
    }

    PickleScript raw(String bytes) {
        out.writeBytes(bytes.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** A tensor on a float storage, with any claims. */
    PickleScript tensor(String key, long storageElements, long offset, long[] size, long[] stride) {
        global("torch._utils", "_rebuild_tensor_v2").op('(', '(');
        text("storage").global("torch", "FloatStorage").text(key).text("cpu").integer(storageElements);
        op('t', 'Q').integer(offset);
        for (long[] tuple : new long[][] {size, stride}) {
            op('(');
            for (long value : tuple) {
                integer(value);
            }
            op('t');
        }
        return op(0x89, 'N', 't', 'R');
    }

    PickleScript member(String name, byte[] content) {
        members.put(name, content);
        return this;
    }

    byte[] stop() {
        return op('.').out.toByteArray();
    }

    /** Ends the pickle and writes the archive. */
    Path save(Path file) {
        byte[] pickle = stop();
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            store(zip, "archive/data.pkl", pickle);
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                store(zip, member.getKey(), member.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        CRC32 sum = new CRC32();
        sum.update(content);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
