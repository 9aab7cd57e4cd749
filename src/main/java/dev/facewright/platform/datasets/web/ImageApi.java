package dev.facewright.platform.datasets.web;

import dev.facewright.ml.image.Landmarks5;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.DatasetCatalog;
import dev.facewright.platform.datasets.DatasetId;
import dev.facewright.platform.datasets.Datasets;
import dev.facewright.platform.datasets.Datasets.AddedImage;
import dev.facewright.platform.datasets.ImageCatalog;
import dev.facewright.platform.datasets.ImageId;
import dev.facewright.platform.datasets.ImageView;
import dev.facewright.platform.datasets.Offer;
import dev.facewright.platform.kernel.PageView;
import dev.facewright.platform.kernel.web.SmallFile;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/datasets/{dataset}/images")
@Tag(name = "Images", description = "Images of people who consent at the moment they are asked for")
class ImageApi {
    private final Datasets datasets;
    private final DatasetCatalog catalog;
    private final ImageCatalog images;
    private final LandmarksPart landmarksPart;

    ImageApi(Datasets datasets, DatasetCatalog catalog, ImageCatalog images, LandmarksPart landmarksPart) {
        this.datasets = datasets;
        this.catalog = catalog;
        this.images = images;
        this.landmarksPart = landmarksPart;
    }

    @GetMapping
    @Operation(summary = "List images, by subject")
    PageView<ImageView> list(
            @PathVariable DatasetId dataset,
            @RequestParam(required = false) @Nullable SubjectId subject,
            @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size) {
        return catalog.images(dataset, subject, page, size);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Add one image",
            description = "Answers 201, or 200 with the image that is there already if the dataset has it. A picture of"
                    + " several people becomes an image of each of them, on which the others are painted over, and all of"
                    + " them have to consent.")
    ResponseEntity<AddedImage> add(
            @PathVariable DatasetId dataset,
            @RequestParam SubjectId subject,
            @RequestPart MultipartFile image,
            @Schema(description = "JSON array of ten numbers: right eye, left eye, nose, right and left mouth corner")
                    @RequestParam(required = false)
                    @Nullable
                    String landmarks,
            @Schema(
                            description =
                                    "Ids of everyone on a picture of several people, from left to right, the subject"
                                            + " among them. Left out if the subject is alone on it")
                    @RequestParam(required = false)
                    @Nullable
                    List<SubjectId> faces)
            throws IOException {
        Landmarks5 points = landmarks == null ? null : landmarksPart.parse(landmarks);
        List<SubjectId> people = faces == null ? List.of() : faces;
        AddedImage added = datasets.add(dataset, new Offer(subject, people, SmallFile.bytes(image), points));
        URI location = URI.create("/api/v1/datasets/" + dataset + "/images/" + added.id());
        return added.duplicate()
                ? ResponseEntity.ok().location(location).body(added)
                : ResponseEntity.created(location).body(added);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One image")
    ImageView get(@PathVariable DatasetId dataset, @PathVariable ImageId id) {
        return images.get(dataset, id);
    }

    @GetMapping("/{id}/content")
    @Operation(summary = "The picture as stored: upright, without metadata")
    ResponseEntity<byte[]> content(@PathVariable DatasetId dataset, @PathVariable ImageId id) {
        return Picture.of(images.content(dataset, id));
    }

    @GetMapping("/{id}/crop")
    @Operation(summary = "The aligned crop, 112x112")
    ResponseEntity<byte[]> crop(@PathVariable DatasetId dataset, @PathVariable ImageId id) {
        return Picture.of(images.crop(dataset, id));
    }
}
