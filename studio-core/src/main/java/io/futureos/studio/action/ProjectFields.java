package io.futureos.studio.action;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks what is said about a project as a whole by the rules that templates and actions keep; null is left alone. */
public final class ProjectFields {

    private final List<FieldProblem> problems = new ArrayList<>();

    private ProjectFields() {}

    /**
     * Everything that is wrong, with pointers into the contract's {@code ProjectCreate}; empty if nothing is.
     *
     * @param asOf {@code YYYY-MM}
     */
    public static List<FieldProblem> problems(
            @Nullable String name, @Nullable String description, @Nullable String question, @Nullable String asOf) {
        var fields = new ProjectFields();
        fields.check("project_name", name, TextRule.NAME);
        fields.check("description", description, TextRule.DESCRIPTION);
        fields.check("initial_query", question, TextRule.REMARK);
        fields.check("as_of", asOf, new MonthRule());
        return fields.problems;
    }

    /** What is wrong with why a version is cut, with a pointer to {@code reason}. */
    public static List<FieldProblem> ofReason(String reason) {
        var fields = new ProjectFields();
        fields.check("reason", reason, TextRule.DESCRIPTION);
        return fields.problems;
    }

    /** What is wrong with the name of a template, with a pointer to {@code name}. */
    public static List<FieldProblem> ofTemplateName(String name) {
        var fields = new ProjectFields();
        fields.check("name", name, TextRule.NAME);
        return fields.problems;
    }

    private void check(String field, @Nullable String value, Rule<String> rule) {
        if (value != null) {
            rule.problem(value)
                    .ifPresent(problem -> problems.add(
                            new FieldProblem(Pointer.ROOT.child(field).text(), problem, rule.remedy())));
        }
    }
}
