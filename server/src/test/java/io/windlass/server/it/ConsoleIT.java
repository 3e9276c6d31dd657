package io.windlass.server.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console in a real browser. */
class ConsoleIT {
    private static final String SUBMIT = "document.querySelector('#pay button').click()";

    @TempDir private static Path data;
    @TempDir private static Path profile;
    private static RunningServer server;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        server = Launch.on(data).startReady();
        browser = new Browser(profile);
    }

    @AfterAll
    static void stop() {
        browser.close();
        server.close();
    }

    @Test
    void moneyMovedByTheFormIsAnsweredAndDrawn() throws IOException {
        browser.visit(page(), "document.getElementById('link').textContent === 'live'");
        browser.evaluate(SUBMIT);
        browser.await("document.getElementById('answer').textContent.includes('SUCCEEDED')");
        server.client().get("/v1/accounts/alice/balance").expect(200);
        browser.await("charts.rate.data.datasets[0].data.some(rate => rate > 0)");
        browser.await("charts.sync.data.datasets[0].data.some(millis => millis > 0)");
        browser.await("charts.latency.data.datasets[1].data.some(millis => millis > 0)");
        browser.await("/^1:\\d+$/.test(document.querySelector('#partitions td+td').textContent)");
        assertEquals(0, browser.evaluate("document.images.length"));
        browser.picture(Path.of(System.getProperty("java.io.tmpdir"), "windlass-console.png"));
    }

    @Test
    void aRefusalOfTheNodeIsShownAsItIs() {
        browser.visit(page(), "document.getElementById('link').textContent === 'live'");
        browser.evaluate("document.querySelector('[name=amount]').value = '1.001'");
        browser.evaluate(SUBMIT);
        browser.await("document.getElementById('answer').textContent.includes('amount-scale')");
    }

    @Test
    void everyFileOfThePageComesFromTheNode() {
        browser.visit(page(), "document.getElementById('link').textContent === 'live'");
        Object foreign =
                browser.evaluate(
                        "performance.getEntriesByType('resource')"
                                + ".filter(e => !e.name.startsWith(location.origin)"
                                + " && !e.name.startsWith('ws')).length");
        assertEquals(0, foreign);
        assertTrue((Integer) browser.evaluate("document.scripts.length") > 1);
    }

    private static URI page() {
        return server.client().base();
    }
}
