package org.syncgate.catalog;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.syncgate.catalog.CatalogProperties.OneFactors;
import org.syncgate.model.Factors;
import org.syncgate.model.Impact;
import org.syncgate.model.Maturity;
import org.syncgate.model.Userbase;

/** What has to be true of a service's factors, and what they mean then. */
final class FactorsChecks {

    private static final OneFactors NONE = new OneFactors("", "", "", "", "");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private final Faults faults;

    FactorsChecks(Faults faults) {
        this.faults = faults;
    }

    void check(String property, OneFactors factors) {
        if (factors.equals(NONE)) {
            return;
        }
        word(property + ".maturity", factors.maturity(), Maturity::of, Maturity.values(), Maturity::text);
        word(property + ".userbase", factors.userbase(), Userbase::of, Userbase.values(), Userbase::text);
        word(property + ".impact", factors.impact(), Impact::of, Impact.values(), Impact::text);
        word(property + ".reputation", factors.reputation(), Impact::of, Impact.values(), Impact::text);
        if (!NUMBER.matcher(factors.users()).matches()) {
            String what = "write how many people depend on the service, like 250";
            faults.add(
                    property + ".users",
                    factors.users().isBlank()
                            ? "is missing: " + what
                            : "'" + factors.users() + "' is no number of people: " + what);
        }
    }

    /** Empty where none were written; what was written has been checked before. */
    static Optional<Factors> read(OneFactors factors) {
        return factors.equals(NONE)
                ? Optional.empty()
                : Optional.of(new Factors(
                        Maturity.of(factors.maturity()).orElseThrow(),
                        Integer.parseInt(factors.users()),
                        Userbase.of(factors.userbase()).orElseThrow(),
                        Impact.of(factors.impact()).orElseThrow(),
                        Impact.of(factors.reputation()).orElseThrow()));
    }

    private <T> void word(
            String property, String word, Function<String, Optional<T>> reader, T[] all, Function<T, String> text) {
        if (reader.apply(word).isPresent()) {
            return;
        }
        String words = Arrays.stream(all).map(text).collect(Collectors.joining(", "));
        faults.add(
                property,
                word.isBlank()
                        ? "is missing: write one of " + words + ", or leave all factors out"
                        : "'" + word + "' is none of " + words);
    }
}
