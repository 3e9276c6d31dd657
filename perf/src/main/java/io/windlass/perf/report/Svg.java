package io.windlass.perf.report;

import java.util.List;
import java.util.Locale;

/** A picture of curves with a grid and a legend, as SVG text. */
final class Svg {
    static final int WIDTH = 860;
    static final int HEIGHT = 400;
    static final int LEFT = 70;
    static final int RIGHT = 200;
    static final int TOP = 16;
    static final int BOTTOM = 40;

    private static final String[] COLOURS = {
        "#2563eb", "#dc2626", "#059669", "#d97706", "#7c3aed", "#475569", "#0891b2"
    };
    private static final String DASHES = " stroke-dasharray='6 4'";

    private final StringBuilder text;
    private int series;

    Svg(String label) {
        text =
                new StringBuilder(
                        "<svg viewBox='0 0 "
                                + WIDTH
                                + " "
                                + HEIGHT
                                + "' role='img' aria-label='"
                                + label
                                + "'>\n");
    }

    /** A point in the picture. */
    record Point(double x, double y) {}

    /** A line of the grid from bottom to top with a word below. */
    void column(double x, String word) {
        line(x, TOP, x, HEIGHT - BOTTOM);
        text(x, HEIGHT - BOTTOM + 18, "middle", word);
    }

    /** A line of the grid from left to right with a word beside it. */
    void row(double y, String word) {
        line(LEFT, y, WIDTH - RIGHT, y);
        text(LEFT - 8, y + 4, "end", word);
    }

    /** A curve, with a title of two lines in the legend. */
    void curve(String title, String more, List<Point> points) {
        String stroke =
                "' fill='none' stroke-width='2' stroke='"
                        + COLOURS[series % COLOURS.length]
                        + "'"
                        + (series < COLOURS.length ? "" : DASHES)
                        + "/>\n";
        text.append("<polyline points='");
        points.forEach(p -> text.append(String.format(Locale.ROOT, "%.1f,%.1f ", p.x, p.y)));
        text.append(stroke);
        int y = TOP + 14 + series * 28;
        text.append(
                String.format(
                        Locale.ROOT,
                        "<polyline points='%d,%d %d,%d",
                        WIDTH - RIGHT + 8,
                        y - 4,
                        WIDTH - RIGHT + 28,
                        y - 4));
        text.append(stroke);
        text(WIDTH - RIGHT + 32, y, "start", title);
        text(WIDTH - RIGHT + 32, y + 13, "start", more);
        series++;
    }

    String end() {
        return text + "</svg>";
    }

    /** A place on a logarithmic scale, from 0 to 1. */
    static double share(double value, double min, double max) {
        double bounded = Math.min(max, Math.max(min, value));
        return Math.log10(bounded / min) / Math.log10(max / min);
    }

    private void line(double x1, double y1, double x2, double y2) {
        text.append(
                String.format(
                        Locale.ROOT,
                        "<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' stroke='#d4d8de'/>%n",
                        x1,
                        y1,
                        x2,
                        y2));
    }

    private void text(double x, double y, String anchor, String words) {
        text.append(
                String.format(
                        Locale.ROOT,
                        "<text x='%.1f' y='%.1f' text-anchor='%s'>%s</text>%n",
                        x,
                        y,
                        anchor,
                        words));
    }
}
