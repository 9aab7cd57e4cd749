package dev.facewright;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/// A package with rooms, its sub-packages, has three layers: the values on top, that know no room; the rooms, that
/// know the values; the services on top, that know the rooms. Where a class above its rooms belongs is what it
/// depends on, at first or at second hand. A `web` is no room: it stands above the services.
final class KnowOnlyValuesAbove extends ArchCondition<JavaClass> {
    private final Set<JavaClass> services = new HashSet<>();

    KnowOnlyValuesAbove() {
        super("know only values of the packages above them");
    }

    @Override
    public void init(Collection<JavaClass> all) {
        services.clear();
        int before;
        do {
            before = services.size();
            all.stream().filter(this::knowsARoom).map(KnowOnlyValuesAbove::file).forEach(services::add);
        } while (services.size() > before);
    }

    @Override
    public void check(JavaClass one, ConditionEvents events) {
        for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
            JavaClass other = dependency.getTargetClass();
            if (isARoomOf(one, other) && services.contains(file(other))) {
                events.add(SimpleConditionEvent.violated(one, dependency.getDescription()));
            }
        }
    }

    private boolean knowsARoom(JavaClass one) {
        return others(one)
                .anyMatch(other -> isARoomOf(other, one)
                        || other.getPackageName().equals(one.getPackageName()) && services.contains(file(other)));
    }

    private static Stream<JavaClass> others(JavaClass one) {
        return one.getDirectDependenciesFromSelf().stream().map(Dependency::getTargetClass);
    }

    private static boolean isARoomOf(JavaClass one, JavaClass above) {
        String top = above.getPackageName() + ".";
        String room = one.getPackageName();
        return room.startsWith(top) && !room.substring(top.length()).equals("web");
    }

    /// What nests in a service is read with it.
    private static JavaClass file(JavaClass one) {
        return one.getEnclosingClass().map(KnowOnlyValuesAbove::file).orElse(one);
    }
}
