package io.sluice.adapter.fix;

import quickfix.Message;

/** A message that QuickFIX/J reads in part; its raw text is the whole of what came. */
final class WholeMessage extends Message {

    private final String whole;

    WholeMessage(String whole) {
        this.whole = whole;
    }

    @Override
    public String toRawString() {
        return whole;
    }
}
