package dev.gridload.grid;

import java.time.Duration;

/** Remembers that Grid asked for no request for a while, longer than the process lives that was told. */
public interface Patience {

    /** For commands that send a few requests and end. */
    Patience OF_THIS_PROCESS = new Patience() {
        @Override
        public Duration left() {
            return Duration.ZERO;
        }

        @Override
        public void asked(Duration wait) {}
    };

    /** How long Grid still wants no request; zero where it does not mind. */
    Duration left();

    /** Grid wants no request within this time from now on. */
    void asked(Duration wait);
}
