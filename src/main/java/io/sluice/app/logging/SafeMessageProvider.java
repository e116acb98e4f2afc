package io.sluice.app.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;

import net.logstash.logback.composite.AbstractFieldJsonProvider;

import tools.jackson.core.JsonGenerator;

/** The message of a JSON line without its secrets, as {@link SafeMessage} has it. */
public final class SafeMessageProvider extends AbstractFieldJsonProvider<ILoggingEvent> {

    private final SafeMessage message = new SafeMessage();

    public SafeMessageProvider() {
        setFieldName("message");
    }

    @Override
    public void writeTo(JsonGenerator out, ILoggingEvent event) {
        out.writeStringProperty(getFieldName(), message.convert(event));
    }
}
