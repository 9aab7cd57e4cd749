# syntax=docker/dockerfile:1
FROM eclipse-temurin:25-jdk AS build
WORKDIR /build
COPY mvnw pom.xml ./
COPY .mvn .mvn
COPY src src
COPY db db
COPY frontend-templates frontend-templates
RUN --mount=type=cache,target=/root/.m2 ./mvnw -B -ntp -DskipTests package \
    && cp target/facewright-*.jar application.jar \
    && java -Djarmode=tools -jar application.jar extract --layers --destination layers

FROM eclipse-temurin:25-jre
# what the native libraries of PyTorch, ONNX Runtime and OpenCV link to, and curl for the health check
RUN apt-get update \
    && apt-get install -y --no-install-recommends libstdc++6 libgomp1 curl \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --create-home facewright \
    && install -d -o facewright -g facewright -m 700 /data /keys
WORKDIR /app
# seldom changing layers first: a new version of the application moves only the last one
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
USER facewright
VOLUME ["/data", "/keys"]
EXPOSE 8080
ENV FACEWRIGHT_ADDRESS=0.0.0.0 \
    FACEWRIGHT_DATA=/data \
    FACEWRIGHT_KEYS_FOLDER=/keys \
    DJL_CACHE_DIR=/home/facewright/djl \
    GOMP_SPINCOUNT=0 \
    OMP_WAIT_POLICY=passive
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=6 \
    CMD curl -fsS http://localhost:8080/actuator/health/readiness || exit 1
# half of the memory for Java: PyTorch and OpenCV take theirs beside it
ENTRYPOINT ["java", "--enable-native-access=ALL-UNNAMED", "-XX:MaxRAMPercentage=50", "-jar", "application.jar"]
