package dev.gridload.pipeline.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.channels.Channels;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One input being taken in. It is read as UTF-8 unless its beginning says otherwise; where the end of the pass shows that it is
 * not UTF-8 at all, what was copied is read once more in the charset that it is in.
 */
final class Taking {

    private static final int HEAD_BYTES = 64 << 10;

    private final String name;
    private final InputOptions options;
    private final Limits limits;
    private final List<String> notes = new ArrayList<>();

    Taking(String name, InputOptions options, Limits limits) {
        this.name = name;
        this.options = options;
        this.limits = limits;
    }

    /**
     * Takes it in and publishes the destination, or the other one that its bytes had to go to.
     *
     * @throws IOException where the destination cannot be written
     */
    SpooledInput take(Content content, Destination to) throws IOException {
        byte[] head = head(content.stream());
        refuseOtherKinds(head, content.form());
        Encoding encoding =
                content.form() == Content.Form.SHEET ? Encoding.ofSheet() : Encoding.of(name, head, options);
        InputStream whole = encoding.open(new SequenceInputStream(new ByteArrayInputStream(head), content.stream()));
        if (encoding.isConverted() && !to.copies()) {
            try (Destination text = to.another()) {
                return firstPass(whole, content, text, encoding);
            }
        }
        return firstPass(whole, content, to, encoding);
    }

    private SpooledInput firstPass(InputStream whole, Content content, Destination to, Encoding encoding)
            throws IOException {
        HashedInput input = new HashedInput(name, whole, to.channel(), to.copies(), to.stays());
        Utf8Census census = encoding.isAssumed() ? new Utf8Census() : null;
        Pass pass = new Pass(name, limits, census);
        InputProblem headerProblem = null;
        HeaderRecord header;
        try {
            header = header(input, encoding);
        } catch (InputProblem problem) {
            if (census == null || problem.code() != InputProblem.Code.CHARSET_WRONG) {
                throw problem;
            }
            headerProblem = problem;
            // Every byte is a character of Latin-1: the records can be found, whatever they mean.
            header = header(
                    input,
                    new Encoding(
                            StandardCharsets.ISO_8859_1, StandardCharsets.ISO_8859_1, false, Encoding.Reason.ASSUMED));
        }
        SpooledInput spooled = pass.run(input, to.file(), encoding, header);
        notes.addAll(content.notes().get());
        Charset other = census != null && census.isOther(spooled.records()) ? CharsetGuess.of(census.sample()) : null;
        if (other != null) {
            return secondPass(to, Encoding.detected(other));
        }
        if (headerProblem != null) {
            throw headerProblem;
        }
        notes.addAll(encoding.notes());
        if (census != null) {
            notes.addAll(census.notes());
        }
        return published(to, noted(spooled));
    }

    private SpooledInput secondPass(Destination first, Encoding encoding) throws IOException {
        notes.addAll(encoding.notes());
        InputStream copied = Channels.newInputStream(first.channel().position(0));
        if (!encoding.isConverted()) {
            return published(first, noted(pass(copied, first, false, encoding)));
        }
        try (Destination text = first.another()) {
            return published(text, noted(pass(encoding.open(copied), text, true, encoding)));
        }
    }

    private SpooledInput pass(InputStream bytes, Destination to, boolean copy, Encoding encoding) {
        HashedInput input = new HashedInput(name, bytes, to.channel(), copy, to.stays());
        return new Pass(name, limits, null).run(input, to.file(), encoding, header(input, encoding));
    }

    private HeaderRecord header(HashedInput input, Encoding encoding) {
        Character delimiter = encoding.sheet() ? Character.valueOf(',') : options.delimiter();
        return HeaderRecord.read(name, input, encoding, delimiter, limits);
    }

    private SpooledInput noted(SpooledInput input) {
        return new SpooledInput(
                input.file(),
                input.name(),
                input.sha256(),
                input.bytes(),
                input.dialect(),
                input.header(),
                input.records(),
                input.blocks(),
                notes);
    }

    private static SpooledInput published(Destination to, SpooledInput input) throws IOException {
        to.publish();
        return input;
    }

    private byte[] head(InputStream stream) {
        try {
            return stream.readNBytes(HEAD_BYTES);
        } catch (IOException e) {
            throw InputProblem.unreadable(name, e);
        }
    }

    private void refuseOtherKinds(byte[] head, Content.Form form) {
        FileKind kind = form == Content.Form.SHEET ? null : FileKind.of(head);
        if (kind == null) {
            return;
        }
        throw switch (form) {
            case PLAIN, SHEET -> kind.problem(name);
            case PACKED -> kind.problemInside(name);
        };
    }
}
