package dev.gridload.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Takes every request, answers it as the script of faults allows and writes it into the journal. */
final class Front implements HttpHandler {

    private final Routes routes;
    private final World world;
    private final Credentials credentials;
    private final CallSubject subjects;
    private final AtomicLong sequence;

    Front(Routes routes, World world, Credentials credentials) {
        this.routes = routes;
        this.world = world;
        this.credentials = credentials;
        this.sequence = new AtomicLong(world.journal().formerSequence());
        this.subjects = new CallSubject(world);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Instant arrived = world.clock().instant();
        MeteredBody body = new MeteredBody(exchange.getRequestBody());
        Call call = new Call(
                sequence.incrementAndGet(),
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                exchange.getRequestHeaders(),
                body);
        if (call.path().startsWith(Routes.ADMIN)) {
            Reply reply = answer(call);
            body.drain();
            world.journal().flush();
            Delivery.whole(exchange, reply);
            return;
        }
        Fault<CallFault> fault = world.faults().ofCall(occasion(call));
        if (fault == null) {
            Reply reply = answer(call);
            body.drain();
            journal(call, arrived, reply);
            Delivery.whole(exchange, reply);
        } else {
            Mishap mishap = new Mishap(fault, world.clock().instant());
            if (mishap.readsBody()) {
                // the endpoints, which would say it, may never see the call
                call.about(subjects.of(call));
            }
            Reply reply = mishap.happen(() -> answer(call));
            if (mishap.readsBody()) {
                body.drain();
            }
            journal(call, arrived, reply);
            mishap.deliver(exchange, reply);
        }
    }

    private Aim.Occasion occasion(Call call) {
        String id = world.faults().callsNeedId() ? subjects.of(call) : "";
        return new Aim.Occasion(call.method(), call.path(), id, 0);
    }

    private Reply answer(Call call) throws IOException {
        try {
            if (call.path().startsWith(Routes.ADMIN)) {
                return routes.admin(call);
            }
            credentials.require(call.header("Authorization"));
            return routes.grid(call);
        } catch (Refusal refusal) {
            return refusal.reply();
        } catch (UncheckedIOException lost) {
            throw new IOException(lost);
        } catch (RuntimeException ownMistake) {
            return Refusal.of(500, "INTERNAL_ERROR", ownMistake.getClass().getName())
                    .reply();
        }
    }

    private void journal(Call call, Instant arrived, Reply reply) {
        Instant now = world.clock().instant();
        world.journal()
                .record(new Journal.Exchange(
                        call.sequence(),
                        arrived,
                        call.method(),
                        call.path(),
                        call.subject(),
                        reply.status(),
                        call.body().count(),
                        call.body().sha256(),
                        now,
                        RetryAfter.end(reply, now)));
    }
}
