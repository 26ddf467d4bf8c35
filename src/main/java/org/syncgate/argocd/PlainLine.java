package org.syncgate.argocd;

/** What others wrote into an Application, as one line that reads as it is written. */
final class PlainLine {

    private PlainLine() {}

    /**
     * Without control characters and those that turn the direction of what is read, white space drawn together, and cut
     * where it is longer than that; may be empty.
     */
    static String of(String text, int longest) {
        StringBuilder line = new StringBuilder();
        text.codePoints()
                .map(character ->
                        Character.isWhitespace(character) || Character.isISOControl(character) ? ' ' : character)
                .filter(PlainLine::isPlain)
                .limit(10L * longest)
                .forEach(line::appendCodePoint);
        String plain = line.toString().strip().replaceAll(" {2,}", " ");
        int characters = plain.codePointCount(0, plain.length());
        return characters <= longest ? plain : plain.substring(0, plain.offsetByCodePoints(0, longest - 1)) + "…";
    }

    private static boolean isPlain(int character) {
        int type = Character.getType(character);
        return type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.PRIVATE_USE
                && type != Character.UNASSIGNED
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
