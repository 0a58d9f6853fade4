package dev.gridload.pipeline.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.customer.ByteKind;
import dev.gridload.customer.Cell;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CleanTextTest {

    /** Bytes from which most ways to be no UTF-8 can be made. */
    private static final int[] BYTES = {
        'a', 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbd, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xed, 0xee, 0xef, 0xf0, 0xf1,
        0xf4, 0xf5, 0xf8, 0xff
    };

    @Test
    void callsUtf8WhatJavaDecodes() {
        Random random = new Random(11);
        int good = 0;
        for (int i = 0; i < 200_000; i++) {
            byte[] bytes = new byte[1 + random.nextInt(4)];
            for (int k = 0; k < bytes.length; k++) {
                bytes[k] = (byte) BYTES[random.nextInt(BYTES.length)];
            }
            Cell cell = new Cell();
            cell.set(bytes, 0, bytes.length, ByteKind.of(bytes, 0, bytes.length));

            boolean decoded = decodes(bytes);

            assertThat(CleanText.isUtf8(cell))
                    .as("%s", HexFormat.of().formatHex(bytes))
                    .isEqualTo(decoded);
            good += decoded ? 1 : 0;
        }
        assertThat(good).isBetween(1_000, 199_000);
    }

    /** The character that stands for what cannot be read is none of the row's. */
    private static boolean decodes(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString()
                            .indexOf('\ufffd')
                    < 0;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
