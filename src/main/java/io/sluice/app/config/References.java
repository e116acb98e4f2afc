package io.sluice.app.config;

import io.sluice.adapter.fix.FixSettingsFile;

import java.util.Optional;

/**
 * What the files may name of each other.
 *
 * @param brokers empty when brokers.cfg could not be read
 */
record References(Known oms, Known accounts, Known symbols, Optional<FixSettingsFile> brokers) {

    References withAccounts(Known known) {
        return new References(oms, known, symbols, brokers);
    }
}
