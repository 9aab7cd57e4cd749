package dev.facewright.platform.erasure;

import dev.facewright.platform.consent.Held;
import dev.facewright.platform.consent.Mark;
import dev.facewright.platform.consent.PersonalDataHolder;
import dev.facewright.platform.consent.SubjectErasure;
import dev.facewright.platform.consent.SubjectId;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Erases as the server does, but dies after so many steps. A step lies before and after each holder is told to erase,
/// each object that any of them deletes, each look at what is left, the entry of the end, and its commit.
@Component
class Mortal {
    private static final ThreadLocal<Integer> LEFT = new ThreadLocal<>();

    static final class Died extends RuntimeException {}

    private final SubjectErasure subjects;
    private final PointOfNoReturn keys;
    private final ErasureProof proof;
    private final ErasureRepository rows;
    private final ObjectProvider<PersonalDataHolder> holders;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;

    Mortal(
            SubjectErasure subjects,
            PointOfNoReturn keys,
            ErasureProof proof,
            ErasureRepository rows,
            ObjectProvider<PersonalDataHolder> holders,
            TransactionOperations transactions,
            ApplicationEventPublisher events) {
        this.subjects = subjects;
        this.keys = keys;
        this.proof = proof;
        this.rows = rows;
        this.holders = holders;
        this.transactions = transactions;
        this.events = events;
    }

    /// @return whether it lived to see the end
    boolean erases(SubjectId subject, int steps) {
        LEFT.set(steps);
        try {
            ApplicationEventPublisher heard = event -> within(() -> events.publishEvent(event));
            new Erasure(
                            subjects,
                            keys.with(mortalHolders(), mortalTransactions(), heard),
                            rows,
                            mortalHolders(),
                            mortalTransactions(),
                            heard)
                    .erase(subject);
            proof.with(mortalTransactions(), heard).prove();
            return true;
        } catch (Died died) {
            return false;
        } finally {
            LEFT.remove();
        }
    }

    /// Nothing for whoever is not mortal.
    static void step() {
        Integer left = LEFT.get();
        if (left != null) {
            if (left == 0) {
                throw new Died();
            }
            LEFT.set(left - 1);
        }
    }

    private static void within(Runnable work) {
        step();
        work.run();
        step();
    }

    private ObjectProvider<PersonalDataHolder> mortalHolders() {
        return new ObjectProvider<>() {
            @Override
            public Stream<PersonalDataHolder> orderedStream() {
                return holders.orderedStream().map(MortalHolder::new);
            }
        };
    }

    private TransactionOperations mortalTransactions() {
        return new TransactionOperations() {
            @Override
            public <T> T execute(org.springframework.transaction.support.TransactionCallback<T> action) {
                step();
                T result = transactions.execute(action);
                step();
                return result;
            }
        };
    }

    private record MortalHolder(PersonalDataHolder holder) implements PersonalDataHolder {
        @Override
        public String name() {
            return holder.name();
        }

        @Override
        public void erase(SubjectId subject) {
            within(() -> holder.erase(subject));
        }

        @Override
        public Stream<Held> find(SubjectId subject) {
            step();
            return holder.find(subject);
        }

        @Override
        public Stream<Mark> marks(SubjectId subject) {
            step();
            return holder.marks(subject);
        }

        @Override
        public Stream<Held> unattributed() {
            step();
            return holder.unattributed();
        }
    }
}
