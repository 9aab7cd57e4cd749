package dev.facewright.platform.kernel.web;

import dev.facewright.platform.kernel.web.Problem.FieldProblem;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the OpenAPI document says for all of the API at once.
@Configuration
class ApiDocumentation {
    private static final String SCHEME = "token";

    /// An answer that refuses (RFC 9457).
    record ProblemBody(
            String type,
            String title,
            int status,
            String detail,
            String instance,
            java.util.List<FieldProblem> errors) {}

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Facewright")
                        .version("v1")
                        .description("Consents, datasets, training runs, models, evaluations and exports. "
                                + "Lists come in pages; refusals are application/problem+json whose type is "
                                + "urn:facewright:problem:<slug>."))
                .components(new Components()
                        .addSecuritySchemes(
                                SCHEME,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("fw_…")
                                        .description("An API token, made on the page “API tokens”")))
                .addSecurityItem(new SecurityRequirement().addList(SCHEME));
    }

    @Bean
    OpenApiCustomizer problemSchema() {
        return api -> ModelConverters.getInstance()
                .readAll(ProblemBody.class)
                .forEach((name, schema) ->
                        api.getComponents().addSchemas(name.equals("ProblemBody") ? "Problem" : name, schema));
    }

    @Bean
    OperationCustomizer documentedRefusals() {
        return (operation, method) -> withRefusals(operation);
    }

    private static Operation withRefusals(Operation operation) {
        var content = new Content()
                .addMediaType(
                        "application/problem+json",
                        new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem")));
        operation
                .getResponses()
                .addApiResponse(
                        "default",
                        new ApiResponse()
                                .description("Refused: the type says by which rule")
                                .content(content));
        return operation;
    }
}
