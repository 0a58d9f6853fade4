package dev.gridload.grid;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** Why a request has no answer. */
final class ConnectionFailure {

    private ConnectionFailure() {}

    /** Whether the request certainly did not reach Grid: there was no connection to send it on. */
    static boolean neverLeft(@Nullable Throwable failure) {
        return failure != null
                && (failure instanceof ConnectException
                        || failure instanceof UnknownHostException
                        || failure instanceof HttpConnectTimeoutException
                        || failure instanceof SSLHandshakeException
                        || neverLeft(failure.getCause()));
    }

    /** What happened in the words of a network, without the library's own text, which may quote the request. */
    static String kindOf(IOException failure) {
        if (isOfName(failure)) {
            return "its host name is unknown";
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpConnectTimeoutException) {
                return "it did not accept a connection in time";
            }
            if (cause instanceof HttpTimeoutException) {
                return "it did not answer in time";
            }
            if (cause instanceof ConnectException) {
                return "the connection was refused";
            }
            if (cause instanceof SSLHandshakeException) {
                return "the TLS handshake failed";
            }
        }
        return "the connection was closed before the answer was complete";
    }

    /** The client wraps it as if a connection had been refused. */
    private static boolean isOfName(@Nullable Throwable failure) {
        return failure != null
                && (failure instanceof UnknownHostException
                        || failure instanceof UnresolvedAddressException
                        || isOfName(failure.getCause()));
    }
}
