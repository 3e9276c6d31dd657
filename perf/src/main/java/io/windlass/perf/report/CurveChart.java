package io.windlass.perf.report;

import java.util.List;
import java.util.stream.Stream;

/**
 * Latency curves as an SVG picture: percentiles to the right, spaced by the number of nines, time
 * upwards, logarithmic.
 */
final class CurveChart {
    private static final double NINES = 5;
    private static final double MICROS_MIN = 10;
    private static final double MICROS_MAX = 1_000_000;
    private static final double[] MARKS = {0, 50, 90, 99, 99.9, 99.99, 99.999};

    private CurveChart() {}

    /** The curves of the steps that have one, by the round whose rate was in the middle. */
    static String draw(List<Rounds> all) {
        Svg svg = new Svg("latency by percentile");
        axes(svg);
        for (Rounds rounds : all) {
            List<String> curves =
                    rounds.outputs().stream()
                            .filter(output -> output.containsKey("latency_curve"))
                            .map(output -> output.get("latency_curve"))
                            .toList();
            if (!curves.isEmpty()) {
                curve(svg, rounds.step().title(), curves.get(curves.size() / 2));
            }
        }
        return svg.end();
    }

    private static void axes(Svg svg) {
        for (double mark : MARKS) {
            svg.column(x(mark), trimmed(mark) + " %");
        }
        for (double micros = MICROS_MIN; micros <= MICROS_MAX; micros *= 10) {
            svg.row(
                    y(micros),
                    micros < 1_000 ? trimmed(micros) + " us" : trimmed(micros / 1_000) + " ms");
        }
    }

    private static void curve(Svg svg, String title, String points) {
        int comma = title.indexOf(", ");
        svg.curve(
                comma < 0 ? title : title.substring(0, comma),
                comma < 0 ? "" : title.substring(comma + 2),
                Stream.of(points.split(",", -1)).map(CurveChart::point).toList());
    }

    private static Svg.Point point(String pair) {
        String[] values = pair.split(":", -1);
        return new Svg.Point(x(Double.parseDouble(values[0])), y(Double.parseDouble(values[1])));
    }

    private static double x(double percentile) {
        double nines = Math.min(NINES, -Math.log10(Math.max(1e-9, 1 - percentile / 100)));
        return Svg.LEFT + nines / NINES * (Svg.WIDTH - Svg.LEFT - Svg.RIGHT);
    }

    private static double y(double micros) {
        double share = Svg.share(micros, MICROS_MIN, MICROS_MAX);
        return Svg.HEIGHT - Svg.BOTTOM - share * (Svg.HEIGHT - Svg.TOP - Svg.BOTTOM);
    }

    private static String trimmed(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
