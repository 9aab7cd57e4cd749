package dev.facewright.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;

/// A test against the whole running server, with a real Postgres and a real S3 store behind it. All such tests
/// share one server: no mocks and no properties of their own, and every fixture has a name of its own. Beans
/// come in through the constructor: `TestSession` acts over HTTP, `TestClock` moves time.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = PlatformApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = StoresInitializer.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@Import(TestBeans.class)
public @interface FacewrightTest {}
