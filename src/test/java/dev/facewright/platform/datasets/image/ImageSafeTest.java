package dev.facewright.platform.datasets.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.ImageId;
import dev.facewright.platform.storage.JointKey;
import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectOwner;
import dev.facewright.platform.storage.ObjectStore;
import dev.facewright.platform.storage.ObjectStore.ListedObject;
import dev.facewright.platform.storage.PlannedObjects;
import dev.facewright.platform.storage.Vault;
import java.util.stream.Stream;
import org.aopalliance.intercept.MethodInterceptor;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.ProxyFactory;

@FacewrightTest
record ImageSafeTest(ObjectStore store, PlannedObjects planned, Vault vault) {
    @Test
    void aPictureWhoseCropCannotBeStoredLeavesNothingBehind() {
        SubjectId alice = SubjectId.random();
        ImageSafe safe = new ImageSafe(fullBeforeTheCrop(), planned, vault);
        JointKey key = JointKey.of(vault.createKey(ObjectOwner.subject(alice.value())));
        assertThatThrownBy(() -> safe.put(alice, key, ImageId.random(), new byte[] {1}, new byte[] {2}))
                .hasMessage("full");
        try (Stream<ListedObject> left = store.list(ObjectOwner.subject(alice.value()))) {
            assertThat(left).isEmpty();
        }
    }

    private ObjectStore fullBeforeTheCrop() {
        ProxyFactory proxy = new ProxyFactory(store);
        proxy.setProxyTargetClass(true);
        proxy.addAdvice((MethodInterceptor) call -> {
            boolean crop = call.getMethod().getName().equals("put")
                    && call.getArguments()[0] instanceof ObjectKey key
                    && key.value().endsWith("/crop");
            if (crop) {
                throw new IllegalStateException("full");
            }
            return call.proceed();
        });
        return (ObjectStore) proxy.getProxy();
    }
}
