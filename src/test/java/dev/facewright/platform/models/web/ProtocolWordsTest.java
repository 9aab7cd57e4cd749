package dev.facewright.platform.models.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.platform.benchmarks.BenchmarkId;
import dev.facewright.platform.models.Protocol;
import dev.facewright.platform.models.Protocol.FoldedVerification;
import dev.facewright.platform.models.Protocol.FoldedVerification.Detection;
import dev.facewright.platform.models.Protocol.FoldedVerification.Embedding;
import dev.facewright.platform.models.Sample;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

/// That the words of all others are those of earlier versions is seen where their rows are upgraded.
class ProtocolWordsTest {
    private static final Protocol DETECTED = new FoldedVerification(
            new Sample.Benchmark(BenchmarkId.random(), "LFW"), 10, Embedding.SINGLE, new Detection("yunet", 12, 7701));

    private final ProtocolWords words = new ProtocolWords(messages());

    @Test
    void aProtocolIsToldInTheReadersLanguage() {
        assertThat(words.told(DETECTED, Locale.ENGLISH))
                .startsWith("LFW: the LFW View 2 procedure over 10 folds as given, never shuffled, ")
                .endsWith(
                        "; faces found by yunet; 12 of 7701 images without a detected face, cut at the centre instead");
        assertThat(words.told(DETECTED, Locale.CHINESE))
                .isEqualTo("LFW：按 LFW View 2 流程，10 折保持原样、不打乱，阈值在其余各折上选取；单个特征的余弦，人脸图为 112x112 像素；"
                        + "人脸由 yunet 检测；7701 张图像中有 12 张未检测到人脸，改从中心裁剪");
        assertThat(words.language(DETECTED)).isNull();
    }

    @Test
    void aSentenceOfEarlierVersionsStaysEnglish() {
        var stated = new Protocol.Stated("said by hand");
        assertThat(words.told(stated, Locale.CHINESE)).isEqualTo("said by hand");
        assertThat(words.language(stated)).isEqualTo("en");
    }

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/layout", "messages/models");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
