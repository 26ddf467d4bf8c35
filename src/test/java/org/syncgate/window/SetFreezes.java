package org.syncgate.window;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.syncgate.model.FreezeId;
import org.syncgate.model.RequestId;

/** Freezes in memory, numbered from 1. */
public final class SetFreezes implements Freezes {

    private final List<Freeze> freezes = new ArrayList<>();
    private final List<FreezeOverride> overrides = new ArrayList<>();

    public static SetFreezes of(Freeze... freezes) {
        SetFreezes set = new SetFreezes();
        set.freezes.addAll(List.of(freezes));
        return set;
    }

    @Override
    public Freeze set(FreezeTerms terms, String who) {
        Freeze freeze = new Freeze(FreezeId.of(freezes.size() + 1), terms, who, terms.from(), Optional.empty());
        freezes.add(freeze);
        return freeze;
    }

    @Override
    public Optional<Freeze> lift(FreezeId id, String who, String reason) {
        Optional<Freeze> lifted = find(id).filter(freeze -> freeze.lifted().isEmpty())
                .map(freeze -> new Freeze(
                        id,
                        freeze.terms(),
                        freeze.who(),
                        freeze.setAt(),
                        Optional.of(new FreezeLift(freeze.setAt(), who, reason))));
        lifted.ifPresent(freeze -> freezes.replaceAll(it -> it.id().equals(id) ? freeze : it));
        return lifted;
    }

    @Override
    public Optional<FreezeOverride> override(FreezeId id, RequestId request, int agreement, String who, String reason) {
        if (overrides.stream().anyMatch(override -> override.lets(request, agreement, id))) {
            return Optional.empty();
        }
        Instant now = find(id).orElseThrow().setAt();
        overrides.add(new FreezeOverride(id, request, agreement, who, reason, now));
        return Optional.of(overrides.get(overrides.size() - 1));
    }

    @Override
    public Optional<Freeze> find(FreezeId id) {
        return freezes.stream().filter(freeze -> freeze.id().equals(id)).findFirst();
    }

    @Override
    public Optional<Freeze> lock(FreezeId id) {
        return find(id);
    }

    @Override
    public List<Freeze> notOver(Instant now) {
        return freezes.stream()
                .filter(freeze -> !freeze.isOver(now))
                .sorted(Comparator.comparing(freeze -> freeze.terms().from()))
                .toList();
    }

    @Override
    public List<Freeze> over(Instant now, int atMost) {
        return freezes.stream()
                .filter(freeze -> freeze.isOver(now))
                .limit(atMost)
                .toList();
    }

    @Override
    public List<FreezeOverride> overridesOf(RequestId request) {
        return overrides.stream()
                .filter(override -> override.request().equals(request))
                .toList();
    }

    @Override
    public List<FreezeOverride> overridesOf(Collection<FreezeId> ids) {
        return overrides.stream()
                .filter(override -> ids.contains(override.freeze()))
                .toList();
    }
}
