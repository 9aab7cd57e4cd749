package dev.facewright.platform.training.web;

import dev.facewright.platform.models.ModelRegistry;
import dev.facewright.platform.models.ModelVersion;
import dev.facewright.platform.models.ModelVersionId;
import dev.facewright.platform.training.ImportedModels;
import dev.facewright.platform.training.ImportedModels.NewImport;
import dev.facewright.platform.training.InputConvention;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@Tag(name = "Models")
class ModelImportApi {
    private final ImportedModels imports;
    private final ModelRegistry models;

    ModelImportApi(ImportedModels imports, ModelRegistry models) {
        this.imports = imports;
        this.models = models;
    }

    @PostMapping(path = "/api/v1/models/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Bring in a face recogniser as ONNX",
            description = "From [N, 3, 112, 112] to one embedding each; an operator that is not known is named.")
    ResponseEntity<ModelVersion> register(
            @RequestPart MultipartFile file,
            @RequestParam @NotBlank @Size(max = 100) String name,
            @RequestParam(defaultValue = "ARCFACE") InputConvention preprocessing,
            @RequestParam @NotBlank @Size(max = 1000) String source,
            @RequestParam @NotBlank @Size(max = 200) String licence,
            @RequestParam(defaultValue = "") @Size(max = 1000) String publishedAccuracy)
            throws IOException {
        ModelVersionId id = imports.register(
                new NewImport(name, preprocessing, source, licence, publishedAccuracy),
                imports.read(file.getResource()));
        return ResponseEntity.created(URI.create("/api/v1/models/" + id)).body(models.get(id));
    }
}
