package io.sluice.adapter.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import java.util.List;

/** The comparison by which the page of the API is judged sees what it has to see. */
class JsonShapeTest {

    @Test
    void otherValuesAreNoDifference() {
        assertThat(differences("    {\"a\":\"x\",\"b\":[{\"c\":1}]}", "{'a':'y','b':[{'c':2}]}"))
                .isEmpty();
    }

    @Test
    void aKeyOnEitherSideIsADifference() {
        assertThat(differences("    {\"a\":1,\"b\":2}", "{'a':1,'c':2}"))
                .containsExactly(".b is only in the example", ".c is only in the answer");
        assertThat(differences("    {\"b\":[{\"c\":1}]}", "{'b':[{'d':1}]}"))
                .containsExactly(".b[].c is only in the example", ".b[].d is only in the answer");
    }

    @Test
    void anotherTypeIsADifference() {
        assertThat(differences("    {\"a\":1}", "{'a':'1'}"))
                .containsExactly(".a is NUMBER in the example, STRING in the answer");
    }

    @Test
    void whatIsLeftOutMayBeThere() {
        assertThat(differences("    {\"a\":1, … ,\"b\":[1, … ]}", "{'a':1,'b':[1,2],'c':3}"))
                .isEmpty();
    }

    @Test
    void nullIsOfAnyType() {
        assertThat(differences("    {\"a\":null}", "{'a':'1'}")).isEmpty();
    }

    private static List<String> differences(String line, String answer) {
        ApiPage.Example example = ApiPage.examples(List.of("words", line)).getFirst();
        return JsonShape.differences(
                example, JsonMapper.shared().readTree(answer.replace('\'', '"')));
    }
}
