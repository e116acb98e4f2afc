package io.sluice.app.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.AppenderBase;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A terminal that takes nothing for a while. */
class QueueAppenderTest {

    private final LoggerContext context = new LoggerContext();
    private final QueueAppender queue = new QueueAppender();
    private final Terminal terminal = new Terminal();

    @BeforeEach
    void connect() {
        context.setMDCAdapter(new LogbackMDCAdapter());
        for (var appender : List.of(terminal, queue)) {
            appender.setContext(context);
            appender.start();
        }
        queue.addAppender(terminal);
        context.getLogger("ROOT").addAppender(queue);
    }

    @AfterEach
    void letGo() {
        terminal.free.countDown();
        context.stop();
    }

    @Test
    @Timeout(30)
    void aBlockedTerminalLosesLinesAndNoTimeAndSaysHowMany() throws Exception {
        var log = context.getLogger("io.sluice.orders");
        log.info("line {}", 0);
        assertThat(terminal.blocked.await(10, TimeUnit.SECONDS)).isTrue();

        for (int i = 1; i <= QueueAppender.CAPACITY + 500; i++) {
            log.info("line {}", i);
        }
        assertThat(queue.dropped()).isEqualTo(500);

        terminal.free.countDown();
        context.stop();
        assertThat(terminal.lines).hasSize(QueueAppender.CAPACITY + 2);
        assertThat(terminal.lines)
                .contains("line 0", "line " + QueueAppender.CAPACITY)
                .contains("500 lines were lost: they came faster than they were written");
    }

    @Test
    @Timeout(30)
    void theEndDoesNotWaitForABlockedTerminal() throws Exception {
        context.getLogger("io.sluice.orders").info("line");
        assertThat(terminal.blocked.await(10, TimeUnit.SECONDS)).isTrue();

        context.stop();

        assertThat(terminal.lines).isEmpty();
    }

    private static final class Terminal extends AppenderBase<ILoggingEvent> {

        private final CountDownLatch blocked = new CountDownLatch(1);
        private final CountDownLatch free = new CountDownLatch(1);
        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            blocked.countDown();
            awaitFree();
            lines.add(event.getFormattedMessage());
        }

        /** As a write to a full pipe does: an interrupt does not end it. */
        private void awaitFree() {
            boolean interrupted = false;
            while (true) {
                try {
                    free.await();
                    break;
                } catch (InterruptedException _) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
