package io.sluice.app;

import picocli.CommandLine.IVersionProvider;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The version of this build, as Maven wrote it into the jar. */
public final class Version implements IVersionProvider {

    private static final String BUILD = "/META-INF/maven/io.sluice/sluice/pom.properties";

    /** "development" where the classes run outside a jar. */
    public static String current() throws IOException {
        try (InputStream in = Version.class.getResourceAsStream(BUILD)) {
            if (in == null) {
                return "development";
            }
            Properties build = new Properties();
            build.load(in);
            return build.getProperty("version", "development");
        }
    }

    @Override
    public String[] getVersion() throws IOException {
        return new String[] {"sluice " + current()};
    }
}
