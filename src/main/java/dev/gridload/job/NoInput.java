package dev.gridload.job;

/** No file stands where the input was said to be. The message names the pattern, the folder and the next step. */
public final class NoInput extends RuntimeException {

    NoInput(String message) {
        super(message);
    }

    static String missing(InputPattern input) {
        return "input: there is no file " + absolute(input)
                + ". Check the name; a relative path in a job file is relative to the job file's folder.";
    }

    static String folder(InputPattern input) {
        return "input: " + absolute(input) + " is a folder. Name a file in it, or a pattern such as "
                + Expected.quoted(input.text().replaceAll("/+$", "") + "/*.csv") + ".";
    }

    static String noFolder(InputPattern input) {
        return "input: there is no folder " + absolute(input) + " for the pattern " + Expected.quoted(input.text())
                + ". Create it, or correct the pattern.";
    }

    static String noMatch(InputPattern input) {
        return "input: no file in " + absolute(input) + " matches the pattern " + Expected.quoted(input.wildcard())
                + ". Check the folder and the pattern; capital letters count.";
    }

    static String unreadable(InputPattern input) {
        return "input: the folder " + absolute(input) + " cannot be read. Check its permissions.";
    }

    private static String absolute(InputPattern input) {
        return input.start().toAbsolutePath().normalize().toString();
    }
}
