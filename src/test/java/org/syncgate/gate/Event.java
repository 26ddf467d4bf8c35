package org.syncgate.gate;

import java.util.function.Consumer;
import java.util.function.Predicate;

/** One thing that happens, and how to say it where a history has led to the wrong answer. */
final class Event {

    private final String words;
    private final Predicate<Course> effect;

    private Event(String words, Predicate<Course> effect) {
        this.words = words;
        this.effect = effect;
    }

    static Event of(String words, Consumer<Course> effect) {
        return new Event(words, course -> {
            effect.accept(course);
            return false;
        });
    }

    static Event ask() {
        return new Event("ask the gate", Course::ask);
    }

    /** Lets it happen, and answers whether a sync was granted. */
    boolean grants(Course course) {
        return effect.test(course);
    }

    @Override
    public String toString() {
        return words;
    }
}
