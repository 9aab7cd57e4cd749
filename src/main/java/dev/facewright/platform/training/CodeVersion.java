package dev.facewright.platform.training;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.info.GitProperties;
import org.springframework.stereotype.Component;

/// Which Facewright this is, for the lineage of what it makes.
@Component
class CodeVersion {
    private final String text;

    CodeVersion(ObjectProvider<BuildProperties> build, ObjectProvider<GitProperties> git) {
        BuildProperties built = build.getIfAvailable();
        GitProperties source = git.getIfAvailable();
        String version = built == null ? "development" : built.getVersion() + " of " + built.getTime();
        text = source == null ? version : version + " at " + source.getShortCommitId();
    }

    @Override
    public String toString() {
        return text;
    }
}
