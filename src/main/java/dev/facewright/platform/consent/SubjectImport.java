package dev.facewright.platform.consent;

import dev.facewright.platform.consent.ConsentProblem.ImportTooLarge;
import dev.facewright.platform.consent.ConsentProblem.SubjectCodeTaken;
import dev.facewright.platform.kernel.Refused;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/// Registers many people at once, each with a consent. All or nothing: a sheet with one wrong line leaves
/// nothing behind, so that it can be corrected and sent again as it is.
@Service
public class SubjectImport {
    /// @param registered  0 if there were problems
    public record Result(int registered, List<ImportProblem> problems) {
        public Result {
            problems = List.copyOf(problems);
        }
    }

    private final SubjectRepository subjects;
    private final ConsentLedger ledger;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final ConsentSettings settings;
    private final Clock clock;

    SubjectImport(
            SubjectRepository subjects,
            ConsentLedger ledger,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            ConsentSettings settings,
            Clock clock) {
        this.subjects = subjects;
        this.ledger = ledger;
        this.transactions = transactions;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /// The heading every sheet starts with.
    public static List<String> heading() {
        return SubjectSheet.HEADING;
    }

    /// @return what was registered, or everything that is wrong
    /// @throws ImportTooLarge if the sheet is
    public Result run(byte[] csv) {
        if (csv.length > settings.importLimit().toBytes()) {
            throw new ImportTooLarge(csv.length, settings.importLimit().toBytes());
        }
        SubjectSheet sheet = SubjectSheet.parse(csv, clock);
        List<ImportProblem> problems = wrong(sheet);
        if (problems.isEmpty()) {
            problems = register(sheet);
        }
        if (!problems.isEmpty()) {
            events.publishEvent(new Refused("subject-import-refused", "import of subjects"));
            return new Result(0, problems);
        }
        return new Result(sheet.subjects().size(), List.of());
    }

    /// In the order of the lines.
    private List<ImportProblem> wrong(SubjectSheet sheet) {
        if (sheet.problems().isEmpty() && sheet.subjects().isEmpty()) {
            return List.of(new ImportProblem(1, SubjectSheet.WHOLE_LINE, "consent.import.problem.empty"));
        }
        return Stream.concat(sheet.problems().stream(), taken(sheet).stream())
                .sorted(Comparator.comparingInt(ImportProblem::line))
                .toList();
    }

    /// @return the codes that somebody else has taken meanwhile, if any: then nobody was registered
    private List<ImportProblem> register(SubjectSheet sheet) {
        try {
            transactions.executeWithoutResult(status -> inOneOrder(sheet).forEach(ledger::register));
            return List.of();
        } catch (SubjectCodeTaken meanwhile) {
            List<ImportProblem> nowTaken = taken(sheet);
            if (nowTaken.isEmpty()) {
                throw meanwhile;
            }
            return nowTaken;
        }
    }

    /// So that of two imports of the same people neither waits for the other for ever.
    private static Stream<NewSubject> inOneOrder(SubjectSheet sheet) {
        return sheet.subjects().stream().sorted(Comparator.comparing(NewSubject::code));
    }

    private List<ImportProblem> taken(SubjectSheet sheet) {
        var codes = sheet.subjects().stream().map(NewSubject::code).toList();
        var known = subjects.knownCodes(codes.toArray(String[]::new));
        return sheet.lines().entrySet().stream()
                .filter(line -> known.contains(line.getValue()))
                .map(line -> new ImportProblem(line.getKey(), "code", "consent.import.problem.taken"))
                .toList();
    }

    /// What is wrong with one line of an imported sheet.
    ///
    /// @param line  as an editor counts them: the heading is line 1
    /// @param column  as the heading has it, or `line`
    /// @param messageKey  where the bundles say what to do about it
    public record ImportProblem(int line, String column, String messageKey) {}
}
