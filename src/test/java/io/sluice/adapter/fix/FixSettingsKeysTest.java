package io.sluice.adapter.fix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import quickfix.Acceptor;
import quickfix.FileLogFactory;
import quickfix.FileStoreFactory;
import quickfix.Initiator;
import quickfix.JdbcSetting;
import quickfix.SLF4JLogFactory;
import quickfix.ScreenLogFactory;
import quickfix.Session;
import quickfix.SessionFactory;
import quickfix.mina.NetworkingOptions;
import quickfix.mina.ssl.SSLSupport;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;

class FixSettingsKeysTest {

    /** A newer QuickFIX/J may know more: then this fails, and someone must decide. */
    @ParameterizedTest
    @ValueSource(
            classes = {
                Session.class,
                SessionFactory.class,
                Initiator.class,
                Acceptor.class,
                NetworkingOptions.class,
                SSLSupport.class,
                SLF4JLogFactory.class,
                FileLogFactory.class,
                ScreenLogFactory.class,
                FileStoreFactory.class,
                JdbcSetting.class
            })
    void everySettingOfQuickFixIsKnownOrRefused(Class<?> owner) throws IllegalAccessException {
        List<String> keys = settingsOf(owner);

        assertThat(keys).isNotEmpty();
        assertThat(keys)
                .allMatch(
                        it ->
                                FixSettingsKeys.kind(it).isPresent()
                                        || FixSettingsRefusals.isStore(it)
                                        || FixSettingsRefusals.isLog(it));
    }

    private static List<String> settingsOf(Class<?> owner) throws IllegalAccessException {
        List<String> keys = new ArrayList<>();
        for (Field field : owner.getFields()) {
            if (field.getName().startsWith("SETTING_") && field.getType() == String.class) {
                keys.add((String) field.get(null));
            }
        }
        return keys;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SocketConnectHost1",
                "SocketConnectPort9",
                "SocketConnectProtocol2",
                "LogonTag1"
            })
    void numberedSettingsAreKnown(String key) {
        assertThat(FixSettingsKeys.kind(key)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SocketConnectHost0", "HeartBtInt1", "heartbtint", "LogonTagX"})
    void otherSettingsAreNot(String key) {
        assertThat(FixSettingsKeys.kind(key)).isEmpty();
    }
}
