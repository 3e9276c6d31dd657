package io.windlass.perf.report;

import java.util.List;
import java.util.Locale;

/**
 * Latency curves as an SVG picture: percentiles to the right, spaced by the number of nines, time
 * upwards, logarithmic.
 */
final class CurveChart {
    private static final int WIDTH = 860;
    private static final int HEIGHT = 400;
    private static final int LEFT = 70;
    private static final int RIGHT = 200;
    private static final int TOP = 16;
    private static final int BOTTOM = 40;
    private static final double NINES = 5;
    private static final double MICROS_MIN = 10;
    private static final double MICROS_MAX = 1_000_000;
    private static final String[] COLOURS = {
        "#2563eb", "#dc2626", "#059669", "#d97706", "#7c3aed", "#475569"
    };
    private static final double[] MARKS = {0, 50, 90, 99, 99.9, 99.99, 99.999};

    private CurveChart() {}

    /** The curves of the steps that have one, by the round whose rate was in the middle. */
    static String draw(List<Rounds> all) {
        StringBuilder svg =
                new StringBuilder(
                        "<svg viewBox='0 0 "
                                + WIDTH
                                + " "
                                + HEIGHT
                                + "' role='img' aria-label='latency by percentile'>\n");
        axes(svg);
        int series = 0;
        for (Rounds rounds : all) {
            List<String> curves =
                    rounds.outputs().stream()
                            .filter(output -> output.containsKey("latency_curve"))
                            .map(output -> output.get("latency_curve"))
                            .toList();
            if (!curves.isEmpty()) {
                curve(svg, rounds.step().title(), curves.get(curves.size() / 2), series);
                series++;
            }
        }
        return svg.append("</svg>").toString();
    }

    private static void axes(StringBuilder svg) {
        for (double mark : MARKS) {
            double x = x(mark);
            line(svg, x, TOP, x, HEIGHT - BOTTOM);
            text(svg, x, HEIGHT - BOTTOM + 18, "middle", trimmed(mark) + " %");
        }
        for (double micros = MICROS_MIN; micros <= MICROS_MAX; micros *= 10) {
            double y = y(micros);
            line(svg, LEFT, y, WIDTH - RIGHT, y);
            String label =
                    micros < 1_000 ? trimmed(micros) + " us" : trimmed(micros / 1_000) + " ms";
            text(svg, LEFT - 8, y + 4, "end", label);
        }
    }

    private static void curve(StringBuilder svg, String title, String points, int series) {
        String colour = COLOURS[series % COLOURS.length];
        StringBuilder path = new StringBuilder();
        for (String point : points.split(",", -1)) {
            String[] pair = point.split(":", -1);
            double x = x(Double.parseDouble(pair[0]));
            double y = y(Double.parseDouble(pair[1]));
            path.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
        }
        svg.append("<polyline fill='none' stroke-width='2' stroke='")
                .append(colour)
                .append("' points='")
                .append(path)
                .append("'/>\n");
        int y = TOP + 14 + series * 34;
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<rect x='%d' y='%d' width='12' height='12' fill='%s'/>%n",
                        WIDTH - RIGHT + 14,
                        y - 10,
                        colour));
        int comma = title.indexOf(", ");
        text(svg, WIDTH - RIGHT + 32, y, "start", comma < 0 ? title : title.substring(0, comma));
        text(svg, WIDTH - RIGHT + 32, y + 14, "start", comma < 0 ? "" : title.substring(comma + 2));
    }

    private static double x(double percentile) {
        double nines = Math.min(NINES, -Math.log10(Math.max(1e-9, 1 - percentile / 100)));
        return LEFT + nines / NINES * (WIDTH - LEFT - RIGHT);
    }

    private static double y(double micros) {
        double bounded = Math.min(MICROS_MAX, Math.max(MICROS_MIN, micros));
        double share = Math.log10(bounded / MICROS_MIN) / Math.log10(MICROS_MAX / MICROS_MIN);
        return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM);
    }

    private static String trimmed(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private static void line(StringBuilder svg, double x1, double y1, double x2, double y2) {
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' stroke='#d4d8de'/>%n",
                        x1,
                        y1,
                        x2,
                        y2));
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String text) {
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<text x='%.1f' y='%.1f' text-anchor='%s'>%s</text>%n",
                        x,
                        y,
                        anchor,
                        text));
    }
}
