package dev.gridload.bench;

/** How long a JVM takes to do nothing. */
public final class EmptyMain {

    private EmptyMain() {}

    public static void main(String[] arguments) {
        // nothing
    }
}
