package dev.gridload.pipeline.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** The bytes of a zip entry; at their end, size and checksum must be those of the archive's directory. */
final class VerifiedEntry extends FilterInputStream {

    private final String name;
    private final ZipArchiveEntry entry;
    private final InflatedStream inflated;
    private final CRC32 crc = new CRC32();

    private VerifiedEntry(String name, ZipArchiveEntry entry, InflatedStream inflated) {
        super(inflated);
        this.name = name;
        this.entry = entry;
        this.inflated = inflated;
    }

    /** @param archiveBytes what the entry's compressed bytes cannot exceed, whatever the directory says */
    static InputStream open(String name, ZipFile zip, ZipArchiveEntry entry, long archiveBytes, Inflation limits) {
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new InputProblem(
                    InputProblem.Code.CONTAINER_ENCRYPTED,
                    name,
                    0,
                    "the zip archive is protected with a password",
                    "Unpack it and give the file in it");
        }
        if (!zip.canReadEntryData(entry)) {
            throw new InputProblem(
                    InputProblem.Code.CONTAINER_UNSUPPORTED,
                    name,
                    0,
                    "the zip archive is packed with method " + entry.getMethod() + ", which is not read",
                    "Pack it as an ordinary zip archive, or give the file in it");
        }
        long packed = Math.min(entry.getCompressedSize(), archiveBytes);
        try {
            InputStream raw = zip.getInputStream(entry);
            return new VerifiedEntry(name, entry, new InflatedStream(name, raw, () -> packed, limits));
        } catch (IOException e) {
            throw InflatedStream.damaged(name, e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        if (read >= 0) {
            crc.update(target, offset, read);
        } else if (crc.getValue() != entry.getCrc() || inflated.count() != entry.getSize()) {
            throw InflatedStream.damaged(name, new ZipException("size or checksum differs"));
        }
        return read;
    }

    @Override
    public long skip(long n) {
        throw new UnsupportedOperationException("what is skipped is not verified");
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
