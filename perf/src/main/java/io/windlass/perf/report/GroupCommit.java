package io.windlass.perf.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** What group commit makes of more and more clients: a table, and a picture of it. */
final class GroupCommit {
    static final List<String> HEAD =
            List.of("clients", "a second", "p50 us", "p99 us", "transfers in a frame");

    private static final double CLIENTS_MAX = 4_096;
    private static final double VALUE_MAX = 1_000_000;

    private GroupCommit() {}

    /** What so many clients came to, as {@code scripts/bench curve} prints it. */
    private record Point(
            double clients, double perSecond, double p50, double p99, double perFrame) {

        static Point of(String text) {
            double[] values =
                    Stream.of(text.split(":", -1)).mapToDouble(Double::parseDouble).toArray();
            return new Point(values[0], values[1], values[2], values[3], values[4]);
        }

        List<String> row() {
            return Stream.of(clients, perSecond, p50, p99, perFrame)
                    .map(value -> String.format(Locale.ROOT, "%,.0f", value))
                    .toList();
        }
    }

    /** A row for each number of clients; none if it was not measured. */
    static List<List<String>> rows(List<Rounds> all) {
        return points(all).stream().map(Point::row).toList();
    }

    /** The picture; empty if it was not measured. */
    static String draw(List<Rounds> all) {
        List<Point> points = points(all);
        if (points.isEmpty()) {
            return "";
        }
        Svg svg = new Svg("group commit by the number of clients");
        for (int clients = 1; clients <= CLIENTS_MAX; clients *= 4) {
            svg.column(x(clients), Integer.toString(clients));
        }
        for (double value = 1; value <= VALUE_MAX; value *= 10) {
            svg.row(y(value), String.format(Locale.ROOT, "%,.0f", value));
        }
        curve(svg, "transfers a second", points, Point::perSecond);
        curve(svg, "p50, us", points, Point::p50);
        curve(svg, "p99, us", points, Point::p99);
        curve(svg, "transfers in a frame", points, Point::perFrame);
        return svg.end();
    }

    /** Of the round in the middle. */
    private static List<Point> points(List<Rounds> all) {
        Optional<String> curve =
                Tables.find(all, "curve")
                        .map(rounds -> rounds.outputs().get(rounds.outputs().size() / 2))
                        .flatMap(output -> Optional.ofNullable(output.get("curve")));
        List<Point> points = new ArrayList<>();
        curve.ifPresent(text -> Stream.of(text.split(",", -1)).map(Point::of).forEach(points::add));
        return points;
    }

    private static void curve(
            Svg svg, String title, List<Point> points, ToDoubleFunction<Point> value) {
        svg.curve(
                title,
                "",
                points.stream()
                        .map(p -> new Svg.Point(x(p.clients()), y(value.applyAsDouble(p))))
                        .toList());
    }

    private static double x(double clients) {
        double share = Svg.share(clients, 1, CLIENTS_MAX);
        return Svg.LEFT + share * (Svg.WIDTH - Svg.LEFT - Svg.RIGHT);
    }

    private static double y(double value) {
        double share = Svg.share(value, 1, VALUE_MAX);
        return Svg.HEIGHT - Svg.BOTTOM - share * (Svg.HEIGHT - Svg.TOP - Svg.BOTTOM);
    }
}
