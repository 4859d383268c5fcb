package org.posewright.annotations.model;

import java.util.List;

/** A list that nobody can change any more, so that whoever wants to keep it needs no copy. */
public interface UnchangingList<E> extends List<E> {

    /** The list itself where it is known never to change, a copy otherwise. */
    static <E> List<E> of(List<E> list) {
        return list instanceof UnchangingList<E> ? list : List.copyOf(list);
    }
}
