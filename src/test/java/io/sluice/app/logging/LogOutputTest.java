package io.sluice.app.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.status.Status;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Runs the configuration that is delivered, in a context of its own. */
@Isolated
class LogOutputTest {

    private final LoggerContext context = new LoggerContext();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream terminal = System.err;

    @BeforeEach
    void configure() throws JoranException {
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(LogOutput.class.getResource("/logback.xml"));
        context.setMDCAdapter(new LogbackMDCAdapter());
        context.start();
    }

    @AfterEach
    void giveTheTerminalBack() {
        System.setErr(terminal);
    }

    private String writtenBy(Runnable action) {
        action.run();
        context.stop();
        return written.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theConfigurationHasNoFault() {
        context.getLogger("io.sluice").info("one line");
        context.stop();

        assertThat(context.getStatusManager().getCopyOfStatusList())
                .noneMatch(it -> it.getEffectiveLevel() > Status.INFO);
    }

    @Test
    void aLineHidesSecretsInItsMessage() {
        Logger log = context.getLogger("io.sluice.engine.Engine");

        assertThat(writtenBy(() -> log.warn("From {}", "35=A\u0001554=sesame\u000198=0\u0001")))
                .contains("WARN  ", "From 35=A|554=***|98=0|")
                .doesNotContain("sesame");
    }

    @Test
    void aLineHidesSecretsInItsStackTrace() {
        Logger log = context.getLogger("io.sluice.engine.Engine");
        Exception failure = new IllegalStateException("bad 554=sesame", new Exception("554=open"));

        assertThat(writtenBy(() -> log.error("Failed", failure)))
                .contains("IllegalStateException: bad 554=***", "LogOutputTest")
                .doesNotContain("sesame", "open");
    }

    @Test
    void whatAPeerSendsCannotBeginALine() {
        Logger log = context.getLogger("io.sluice.engine.Engine");

        String lines = writtenBy(() -> log.warn("Text was {}", "x\n12:00 ERROR forged\u001b[2J"));

        assertThat(lines.lines().filter(it -> it.contains("Text was")))
                .singleElement()
                .asString()
                .endsWith("Text was x 12:00 ERROR forged [2J");
    }

    @Test
    void librariesAreHeardFromWarningsOn() {
        assertThat(context.getLogger("quickfix.Session").getEffectiveLevel()).isEqualTo(Level.WARN);
        assertThat(context.getLogger("org.apache.mina").getEffectiveLevel()).isEqualTo(Level.WARN);
        assertThat(context.getLogger("io.sluice.app").getEffectiveLevel()).isEqualTo(Level.INFO);
    }

    @Test
    void linesWaitInAQueueThatNeverBlocks() {
        assertThat(context.getLogger("ROOT").getAppender("QUEUE"))
                .isInstanceOf(QueueAppender.class);
    }
}
