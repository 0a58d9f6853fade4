package dev.gridload.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CellTest {

    @Test
    void aRuleIsAskedOfACellWhereTheTextIsAsciiAndOfTheTextItselfWhereItIsNot() {
        assertThat(Cell.asked("AB 12\t?\u007f")).isInstanceOf(Cell.class).hasToString("AB 12\t?\u007f");
        assertThat(Cell.asked("")).isInstanceOf(Cell.class).hasToString("");
        for (String other : new String[] {"Zoé", "\u0080", "Łódź", "\ud83d\ude00", "a\ud800", "\udc00"}) {
            assertThat(Cell.asked(other)).isSameAs(other);
        }
    }

    @Test
    void aCellThatIsAskedHasTheCharactersOfItsText() {
        String text = "GB29 NWBK-6016";
        CharSequence asked = Cell.asked(text);
        assertThat(asked).hasSameSizeAs(text);
        for (int i = 0; i < text.length(); i++) {
            assertThat(asked.charAt(i)).isEqualTo(text.charAt(i));
        }
    }
}
