package dev.facewright.platform;

import dev.facewright.platform.accounts.Accounts;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

@TestConfiguration(proxyBeanMethods = false)
class TestBeans {
    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }

    @Bean
    @Lazy // the port is known once the server listens
    TestSession testSession(Accounts accounts, Environment environment) {
        return new TestSession(accounts, environment.getRequiredProperty("local.server.port", Integer.class));
    }
}
