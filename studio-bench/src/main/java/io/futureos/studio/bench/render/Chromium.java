package io.futureos.studio.bench.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A Chromium that stays open and prints pages as tagged PDF, told by its DevTools protocol. */
final class Chromium implements AutoCloseable {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final WebSocket socket;
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private int lastId;

    private Chromium(Process process) throws IOException, InterruptedException {
        this.process = process;
        URI browser = URI.create(listening(process));
        HttpClient http = HttpClient.newHttpClient();
        URI page = URI.create("http://127.0.0.1:" + browser.getPort() + "/json/new?about:blank");
        HttpRequest request = HttpRequest.newBuilder(page)
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();
        JsonNode target =
                JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
        socket = http.newWebSocketBuilder()
                .buildAsync(URI.create(target.get("webSocketDebuggerUrl").asText()), new Listener())
                .join();
        ask("Page.enable", Map.of());
    }

    /** The program, if it is installed. */
    static Optional<String> installed() {
        return NAMES.stream().filter(Programs::has).findFirst();
    }

    static Chromium open(String program) throws IOException, InterruptedException {
        Path profile = Files.createTempDirectory("chromium");
        return new Chromium(new ProcessBuilder(
                        program,
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--no-first-run",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    private static String listening(Process process) throws IOException {
        var errors = new BufferedReader(new InputStreamReader(process.getErrorStream(), UTF_8));
        for (String line = errors.readLine(); line != null; line = errors.readLine()) {
            if (line.startsWith("DevTools listening on ")) {
                return line.substring("DevTools listening on ".length());
            }
        }
        throw new IOException("Chromium ended before it listened");
    }

    /** The page of a file as PDF. */
    byte[] print(Path html) throws IOException, InterruptedException {
        ask("Page.navigate", Map.of("url", html.toUri().toString()));
        await(message -> message.path("method").asText().equals("Page.loadEventFired"));
        JsonNode printed = ask(
                "Page.printToPDF",
                Map.of("preferCSSPageSize", true, "printBackground", true, "generateTaggedPDF", true));
        return Base64.getDecoder().decode(printed.path("result").path("data").asText());
    }

    private JsonNode ask(String method, Map<String, Object> parameters) throws IOException, InterruptedException {
        int id = ++lastId;
        socket.sendText(JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true)
                .join();
        return await(message -> message.path("id").asInt() == id);
    }

    private JsonNode await(Predicate<JsonNode> isIt) throws IOException, InterruptedException {
        while (true) {
            String text = messages.poll(1, TimeUnit.MINUTES);
            if (text == null) {
                throw new IOException("Chromium has not answered for a minute");
            }
            JsonNode message = JSON.readTree(text);
            if (isIt.test(message)) {
                return message;
            }
        }
    }

    @Override
    public void close() {
        socket.abort();
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    /** Puts the parts of each message together. */
    private final class Listener implements WebSocket.Listener {

        private final StringBuilder parts = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
            parts.append(part);
            if (isLast) {
                messages.add(parts.toString());
                parts.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }
}
