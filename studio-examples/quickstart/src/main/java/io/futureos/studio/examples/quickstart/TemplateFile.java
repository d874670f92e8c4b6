package io.futureos.studio.examples.quickstart;

import io.futureos.studio.InvalidRequestException;
import io.futureos.studio.ProjectOperations;
import io.futureos.studio.action.FieldProblem;
import io.futureos.studio.action.Template;
import io.futureos.studio.json.InvalidJsonException;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.OpenValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A template on disk. Its data files lie beside it. */
final class TemplateFile {

    private final Path file;

    TemplateFile(Path file) {
        this.file = file;
    }

    /** The folder that the paths in the template start from. */
    Path directory() {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }

    /** @throws InputProblem if there is no such file, or no template in it */
    Template read(ProjectOperations projects) throws InputProblem {
        try {
            return projects.readTemplate(json());
        } catch (InvalidRequestException e) {
            throw problem(e.problems());
        }
    }

    private Map<String, Object> json() throws InputProblem {
        try {
            if (StudioJson.read(bytes()) instanceof Map<?, ?> object) {
                return OpenValue.map(object);
            }
            throw new InputProblem(file + ", line 1, column 1: this is JSON, but not an object; write a template as"
                    + " { \"format\": \"studio-template\", ... }.");
        } catch (InvalidJsonException e) {
            throw new InputProblem(place(e) + ": " + e.getMessage()
                    + "; write a JSON object such as { \"format\": \"studio-template\", ... }.");
        }
    }

    private String place(InvalidJsonException e) {
        return e.line() == 0 ? file.toString() : file + ", line " + e.line() + ", column " + e.column();
    }

    private byte[] bytes() throws InputProblem {
        if (!Files.exists(file)) {
            throw new InputProblem("The template " + file
                    + " does not exist; name one with --template FILE, or start in the project's root folder.");
        }
        if (!Files.isRegularFile(file)) {
            throw new InputProblem("The template " + file + " is not a file; name the JSON file in it.");
        }
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new InputProblem("The template " + file + " can't be read (" + e + "); check who may read it.");
        }
    }

    private InputProblem problem(List<FieldProblem> problems) {
        String more = problems.size() == 1 ? "" : " (and " + (problems.size() - 1) + " more)";
        return new InputProblem(file + ": " + problems.get(0).message() + more);
    }
}
