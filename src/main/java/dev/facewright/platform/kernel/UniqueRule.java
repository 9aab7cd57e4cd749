package dev.facewright.platform.kernel;

import java.util.function.Supplier;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// A rule of the database that there is one of something. Whoever inserts looks first, which answers nearly everyone;
/// of two who look at once the database refuses the slower, and this tells that refusal from all others.
///
/// @param constraint  the name of the constraint, or of the unique index
public record UniqueRule(String constraint) {
    /// Enough for any crowd: each further look means that another one inserted between this one's look and insert.
    private static final int MOST_LOOKS = 20;

    /// Whether it is what refused the insert.
    public boolean brokenBy(DataIntegrityViolationException violation) {
        if (!(violation.getMostSpecificCause() instanceof PSQLException refused)) {
            return false;
        }
        ServerErrorMessage told = refused.getServerErrorMessage();
        return told != null && constraint.equals(told.getConstraint());
    }

    /// Has the slower look again, and meet what the faster left there, unless that is gone by then. For the outermost
    /// transaction only: one around it could not go on after the refusal, which it gets as it is.
    ///
    /// @param lookAndInsert  in a transaction of its own
    public <T> T lookAgain(Supplier<T> lookAndInsert) {
        boolean outermost = !TransactionSynchronizationManager.isActualTransactionActive();
        for (int looks = 1; ; looks++) {
            try {
                return lookAndInsert.get();
            } catch (DataIntegrityViolationException anotherWasFaster) {
                if (!outermost || looks == MOST_LOOKS || !brokenBy(anotherWasFaster)) {
                    throw anotherWasFaster;
                }
            }
        }
    }
}
