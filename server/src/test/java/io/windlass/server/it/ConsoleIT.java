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
    private static final String LIVE = "document.getElementById('link').textContent === 'live'";
    private static final String TRANSFERS = "last.partitions[0].transfers";

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
    void moneyMovedByTheFormIsAnsweredAndDrawn() {
        browser.visit(page(), LIVE);
        browser.await("last !== null");
        Number before = (Number) browser.evaluate(TRANSFERS);
        browser.evaluate(SUBMIT);
        browser.await("document.getElementById('answer').textContent.includes('SUCCEEDED')");
        server.client().get("/v1/accounts/alice/balance").expect(200);
        browser.await(TRANSFERS + " - " + before + " === 1");
        browser.await("charts.rate.data.datasets[0].data.some(rate => rate > 0)");
        browser.await("charts.sync.data.datasets[0].data.some(millis => millis > 0)");
        browser.await("charts.latency.data.datasets[1].data.some(millis => millis > 0)");
        browser.await("/^1:\\d+$/.test(document.querySelector('#partitions td+td').textContent)");
        assertEquals(0, browser.evaluate("document.images.length"));
    }

    @Test
    void loadOfTheBinaryPortIsShownWhileItRuns() throws IOException {
        browser.visit(page(), LIVE);
        browser.await("last !== null");
        Number before = (Number) browser.evaluate(TRANSFERS);
        try (FrameTraffic traffic = new FrameTraffic(server)) {
            browser.await(figure("transfers") + " >= 100");
            browser.await(figure("binary-p50") + " > 0");
            browser.await(figure("binary-p99") + " >= " + figure("binary-p50"));
            browser.await(figure("binary-answers") + " > 0");
            browser.await(figure("binary-connections") + " === 1");
            browser.await(figure("frame") + " >= 90");
            browser.await("spark.values.filter(rate => rate >= 100).length >= 3");
            assertEquals(true, browser.evaluate(figure("peak") + " === Math.round(peak)"));
            assertEquals(
                    true,
                    browser.evaluate("peak === Math.max(...spark.values.filter(Number.isFinite))"));
            browser.await("charts.latency.data.datasets[3].data.some(millis => millis > 0)");
            browser.picture(Path.of(System.getProperty("java.io.tmpdir"), "windlass-console.png"));
            long accepted = traffic.end();
            browser.await(TRANSFERS + " - " + before + " === " + accepted);
        }
        browser.await(figure("binary-connections") + " === 0");
        browser.await("document.getElementById('binary-p50').textContent === '–'");
    }

    @Test
    void theMillionIsMarkedWhereItIsInThePicture() {
        browser.visit(page(), LIVE);
        assertEquals("500,000, no mark, from 20%", drawn(400_000));
        assertEquals(", mark at 0%, from 5%", drawn(950_000));
        assertEquals("1,500,000, mark at 33.33%, from 20%", drawn(1_200_000));
        assertEquals("10, no mark, from 100%", drawn(0));
        Object words = browser.evaluate("spark.svg.getAttribute('aria-label')");
        assertEquals("Transfers a second in the last 60 s: now 0, least 0, most 0", words);
    }

    @Test
    void whatNoMeterCountsIsNotShown() {
        browser.visit(page(), LIVE);
        browser.await("last !== null");
        assertEquals(
                "none 0 false",
                browser.evaluate(
                        "(() => { const without = JSON.parse(JSON.stringify(last));"
                                + " without.nanos += 1e9; delete without.ports[1].latencies;"
                                + " tell(without);"
                                + " const p50 = document.getElementById('binary-p50');"
                                + " const p99 = document.getElementById('http-p99');"
                                + " return [getComputedStyle(p50.parentElement).display,"
                                + " p50.parentElement.offsetHeight, p99.parentElement.hidden]"
                                + ".join(' '); })()"));
    }

    @Test
    void whoWantsLessMotionSeesLinesMoveOneTimeInTen() {
        String redraws =
                "(() => { let count = 0; const draws = spark.draw; spark.draw = () => count++;"
                        + " for (let i = 0; i < 30; i++) draw({}, 5);"
                        + " spark.draw = draws; return count; })()";
        browser.visit(page(), LIVE);
        assertEquals(30, browser.evaluate(redraws));
        browser.prefer("prefers-reduced-motion", "reduce");
        assertEquals(3, browser.evaluate(redraws));
        browser.prefer("prefers-reduced-motion", "");
        assertEquals(30, browser.evaluate(redraws));
    }

    @Test
    void everyPictureHasWordsToo() {
        browser.visit(page(), LIVE);
        browser.await(
                "[...document.querySelectorAll('[role=img]')].every(e => e.ariaLabel.length > 20)");
        assertEquals(5, browser.evaluate("document.querySelectorAll('[role=img]').length"));
        assertEquals(0, browser.evaluate("document.querySelectorAll('canvas:not([role])').length"));
    }

    @Test
    void aRefusalOfTheNodeIsShownAsItIs() {
        browser.visit(page(), LIVE);
        browser.evaluate("document.querySelector('[name=amount]').value = '1.001'");
        browser.evaluate(SUBMIT);
        browser.await("document.getElementById('answer').textContent.includes('amount-scale')");
    }

    @Test
    void everyFileOfThePageComesFromTheNode() {
        browser.visit(page(), LIVE);
        Object foreign =
                browser.evaluate(
                        "performance.getEntriesByType('resource')"
                                + ".filter(e => !e.name.startsWith(location.origin)"
                                + " && !e.name.startsWith('ws')).length");
        assertEquals(0, foreign);
        assertTrue((Integer) browser.evaluate("document.scripts.length") > 1);
    }

    /** What is drawn of a minute of one rate. */
    private static Object drawn(long rate) {
        return browser.evaluate(
                "(() => { spark.values.fill("
                        + rate
                        + "); spark.draw();"
                        + " const at = spark.svg.querySelector('.line').getAttribute('d');"
                        + " return spark.top.textContent + ', '"
                        + " + (spark.million.hidden ? 'no mark'"
                        + " : 'mark at ' + spark.million.style.top)"
                        + " + ', from ' + Math.round(at.match(/^M0.00 ([0-9.]+)/)[1]) + '%'; })()");
    }

    /** The number that a figure of the page shows. */
    private static String figure(String id) {
        return "Number(document.getElementById('" + id + "').textContent.replaceAll(',', ''))";
    }

    private static URI page() {
        return server.client().base();
    }
}
