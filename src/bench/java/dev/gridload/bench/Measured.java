package dev.gridload.bench;

import java.util.List;
import java.util.Map;

/**
 * One run of a child process.
 *
 * @param wall seconds from its start to its end
 * @param firstLine seconds to its first line of output; the whole time where it wrote none
 * @param cpu its own seconds, user and system
 * @param serverCpu what PostgreSQL worked meanwhile
 * @param peakMib most memory resident
 * @param parts seconds of its parts, as it measured them itself
 */
record Measured(
        double wall,
        double firstLine,
        double cpu,
        double serverCpu,
        double peakMib,
        Map<String, Double> parts,
        List<String> output) {

    double part(String name) {
        Double seconds = parts.get(name);
        if (seconds == null) {
            throw new IllegalStateException("the process did not measure its part " + name + "; it wrote " + output);
        }
        return seconds;
    }
}
