package io.futureos.studio.json;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.List;

/** The contract's output as JSON Schema (draft 2020-12), written from the contract and not from our types. */
enum ContractSchema {
    PROJECT_STATE("project-state"),
    WORKBENCH_RESPONSE("workbench-response"),
    GENERATED_REPORT("generated-report");

    private static final String AT = "https://futureos.io/studio/contract/";

    @SuppressWarnings("ImmutableEnumChecker") // a schema is not changed by validating
    private final JsonSchema schema;

    ContractSchema(String name) {
        this.schema = JsonSchemaFactory.getInstance(
                        VersionFlag.V202012,
                        factory -> factory.schemaMappers(mappers -> mappers.mapPrefix(AT, "classpath:contract/")))
                .getSchema(
                        SchemaLocation.of(AT + name + ".schema.json"),
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build());
    }

    /** What the contract has against this document. */
    List<String> complaints(String json) {
        return schema.validate(json, InputFormat.JSON).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }
}
