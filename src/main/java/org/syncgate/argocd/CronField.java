package org.syncgate.argocd;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * One field of a cron schedule, as github.com/robfig/cron reads it, which is what Argo CD uses.
 *
 * @param values what it names
 * @param any whether it is a plain star: it then says nothing about the day
 */
record CronField(BitSet values, boolean any) {

    /**
     * Reads a field: a list of {@code *}, {@code ?}, values and ranges, each with an optional step.
     *
     * @param names for the values from the lowest on; may be empty
     * @throws IllegalArgumentException if it is none
     */
    static CronField parse(String text, int lowest, int highest, List<String> names) {
        BitSet values = new BitSet();
        boolean any = false;
        for (String part : text.split(",", -1)) {
            String[] rangeAndStep = part.split("/", -1);
            String[] ends = rangeAndStep[0].split("-", -1);
            boolean star = rangeAndStep[0].equals("*") || rangeAndStep[0].equals("?");
            boolean stepped = rangeAndStep.length == 2;
            int step = stepped ? number(rangeAndStep[1]) : 1;
            int from = star ? lowest : value(ends[0], lowest, names);
            int to = star || stepped && ends.length == 1 ? highest : value(ends[ends.length - 1], lowest, names);
            if (rangeAndStep.length > 2 || ends.length > 2 || step < 1 || from < lowest || to > highest || from > to) {
                throw new IllegalArgumentException("'" + part + "' is out of order");
            }
            for (int value = from; value <= to; value += step) {
                values.set(value);
            }
            any |= star && step == 1;
        }
        return new CronField(values, any);
    }

    private static int value(String text, int lowest, List<String> names) {
        int named = names.indexOf(text.toLowerCase(Locale.ROOT));
        return named >= 0 ? lowest + named : number(text);
    }

    private static int number(String text) {
        if (!text.matches("\\d{1,4}")) {
            throw new IllegalArgumentException("'" + text + "' is no number");
        }
        return Integer.parseInt(text);
    }

    boolean has(int value) {
        return values.get(value);
    }
}
