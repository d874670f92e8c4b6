package io.futureos.studio.engines.local.data;

import io.futureos.studio.engine.DataOrchestrator.PreviewRequest;
import io.futureos.studio.engine.DataOrchestrator.TablePage;
import io.futureos.studio.engine.DataPackage;
import io.futureos.studio.engine.DataPackage.ColumnProfile;
import io.futureos.studio.engine.DataPackage.OverrideNote;
import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.model.OpenValue;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows a package's tables page by page. */
final class PackagePages {

    static final int MAX_ROWS = 1000;
    private static final String FILE = "table.parquet";

    private PackagePages() {}

    static TablePage page(PreviewRequest request, EngineContext context) {
        if (request.offset() < 0 || request.limit() < 1 || request.limit() > MAX_ROWS) {
            throw new EngineException(
                    "page_wrong",
                    "A page starts at row 0 or later and has 1 to " + MAX_ROWS + " rows, but this one starts at "
                            + request.offset() + " and has " + request.limit() + ".");
        }
        DataPackage.Table table = table(request);
        List<List<@Nullable Object>> rows = rows(table, request, context);
        return new TablePage(
                table.name(),
                table.columns().stream().map(ColumnProfile::name).toList(),
                rows,
                request.offset(),
                table.rows(),
                overridden(table, rows, request));
    }

    private static DataPackage.Table table(PreviewRequest request) {
        List<DataPackage.Table> tables = request.data().tables();
        if (tables.isEmpty()) {
            throw new EngineException(
                    "table_unknown", "The data package has no tables; configure a source that is a file.");
        }
        if (request.table() == null) {
            return tables.get(0);
        }
        return request.data()
                .table(request.table())
                .orElseThrow(() -> new EngineException(
                        "table_unknown",
                        "The data package has no table \"" + request.table() + "\"; there are "
                                + tables.stream().map(DataPackage.Table::name).collect(Collectors.joining(", "))
                                + "."));
    }

    private static List<List<@Nullable Object>> rows(
            DataPackage.Table table, PreviewRequest request, EngineContext context) {
        try (PrivateDatabase database = PrivateDatabase.open()) {
            Files.write(database.path(FILE), context.read(table.parquet()));
            String sql = "SELECT * FROM read_parquet(" + database.quoted(FILE) + ") LIMIT " + request.limit()
                    + " OFFSET " + request.offset();
            try (Statement statement = database.connection().createStatement();
                    ResultSet found = statement.executeQuery(sql)) {
                List<List<@Nullable Object>> rows = new ArrayList<>();
                while (found.next()) {
                    List<@Nullable Object> row = new ArrayList<>();
                    for (int i = 1; i <= table.columns().size(); i++) {
                        row.add(OpenValue.of(found.getObject(i)));
                    }
                    rows.add(row);
                }
                return rows;
            }
        } catch (SQLException | IOException e) {
            throw new EngineException(
                    "table_unreadable",
                    "The stored table " + table.name() + " can't be read; build the data package again.",
                    e);
        }
    }

    private static List<String> overridden(
            DataPackage.Table table, List<List<@Nullable Object>> rows, PreviewRequest request) {
        List<String> fields = request.data().overrides().stream()
                .filter(note -> !note.orphaned())
                .map(OverrideNote::field)
                .toList();
        int time = table.columns().stream().map(ColumnProfile::name).toList().indexOf(table.timeColumn());
        List<String> overridden = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            String key = time < 0
                    ? Long.toString(request.offset() + i + 1)
                    : String.valueOf(rows.get(i).get(time));
            for (ColumnProfile column : table.columns()) {
                String field = table.name() + "." + column.name() + "[" + key + "]";
                if (fields.contains(field)) {
                    overridden.add(field);
                }
            }
        }
        return overridden;
    }
}
