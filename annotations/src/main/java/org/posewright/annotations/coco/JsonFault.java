package org.posewright.annotations.coco;

import java.io.IOException;
import org.posewright.annotations.model.Sentence;

/** The text stops being JSON, or stops altogether, at a byte position. */
final class JsonFault extends IOException implements Sentence.Told {

    private static final long serialVersionUID = 1L;

    private final long position;
    private final boolean cutOff;
    private final transient Sentence sentence;

    private JsonFault(long position, boolean cutOff, Sentence sentence) {
        super(sentence.english());
        this.sentence = sentence;
        this.position = position;
        this.cutOff = cutOff;
    }

    static JsonFault syntax(long position, Sentence sentence) {
        return new JsonFault(position, false, sentence);
    }

    static JsonFault cutOff(long position) {
        return new JsonFault(position, true, Sentence.of("json.cut-off", "the file ends in the middle"));
    }

    /** 0-based byte offset in the file. */
    long position() {
        return position;
    }

    /** Whether the file ended too early, rather than holding something wrong. */
    boolean isCutOff() {
        return cutOff;
    }

    @Override
    public Sentence sentence() {
        return sentence;
    }
}
