package io.futureos.studio.examples.quickstart;

import io.futureos.studio.InvalidRequestException;
import io.futureos.studio.TemplateOperations;
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
    Template read(TemplateOperations templates) throws InputProblem {
        try {
            return templates.read(json());
        } catch (InvalidRequestException e) {
            List<FieldProblem> problems = e.problems();
            String more = problems.size() == 1 ? "" : " (and " + (problems.size() - 1) + " more)";
            throw problem(problems.get(0).message() + more);
        }
    }

    private Map<String, Object> json() throws InputProblem {
        try {
            if (StudioJson.read(bytes()) instanceof Map<?, ?> object) {
                return OpenValue.map(object);
            }
            throw problem("This is JSON, but not an object; write { \"format\": \"studio-template\", ... }.");
        } catch (InvalidJsonException e) {
            throw problem(e.getMessage() + "; mend it there or just before.");
        }
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

    /** Something that the template says is not right. */
    InputProblem problem(String message) {
        return new InputProblem(file + ": " + message);
    }
}
