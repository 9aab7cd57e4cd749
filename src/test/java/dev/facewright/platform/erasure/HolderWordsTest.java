package dev.facewright.platform.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.consent.PersonalDataHolder;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;

@FacewrightTest
class HolderWordsTest {
    private final List<PersonalDataHolder> holders;
    private final MessageSource messages;

    HolderWordsTest(List<PersonalDataHolder> holders, MessageSource messages) {
        this.holders = holders;
        this.messages = messages;
    }

    @Test
    void whatAHolderStillHoldsIsToldInBothLanguages() {
        List<String> ours = holders.stream()
                .map(PersonalDataHolder::name)
                .filter(name -> !name.equals("notes")) // of the tests
                .toList();
        assertThat(ours).contains("images", "checkpoints", "evidence");
        for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            assertThat(ours).allSatisfy(name -> {
                assertThat(messages.getMessage("audit.key.left." + name, null, "", locale))
                        .isNotEmpty();
                assertThat(messages.getMessage("audit.key.unattributed." + name, null, "", locale))
                        .isNotEmpty();
            });
        }
    }
}
