package io.windlass.features.wallet;

import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Document;
import io.windlass.kernel.feature.Moment;
import io.windlass.kernel.feature.Survey;
import io.windlass.kernel.table.Cut;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Double entry, checked: in each partition and currency all balances sum up to zero. Money never
 * leaves its tenant, so this holds for each one alone.
 *
 * @param tenant whose accounts are summed up
 */
record TrialBalance(int tenant) implements Survey<TrialBalance.Part> {

    /** One partition's sums. */
    record Part(Moment moment, List<Line> lines) {
        private boolean isBalanced() {
            return lines.stream().allMatch(line -> line.sum.signum() == 0);
        }

        private Document document() {
            List<Document> documents = lines.stream().map(Line::document).toList();
            return out -> {
                out.text("partition", Integer.toString(moment.partition()));
                out.text("position", moment.position());
                out.list("currencies", documents);
            };
        }
    }

    /** One currency's sums; they may leave 64 bits, single balances do not. */
    record Line(Currency currency, BigInteger sum, BigInteger customers, long accounts) {
        private Line plus(AccountRow account) {
            BigInteger posted = BigInteger.valueOf(account.standing().posted());
            boolean customer = account.kind() == AccountKind.CUSTOMER;
            return new Line(
                    currency,
                    sum.add(posted),
                    customer ? customers.add(posted) : customers,
                    accounts + 1);
        }

        private Document document() {
            return out -> {
                out.text("currency", currency.code());
                out.text("sum", text(sum));
                out.number("accounts", accounts);
                out.text("posted_customers", text(customers));
            };
        }

        private String text(BigInteger units) {
            return new BigDecimal(units, currency.scale()).toPlainString();
        }
    }

    @Override
    public Part part(Cut cut, Moment moment) {
        SortedMap<Integer, Line> lines = new TreeMap<>();
        cut.forEach(
                Currency.ROWS,
                row -> lines.put(row.number(), new Line(row, BigInteger.ZERO, BigInteger.ZERO, 0)));
        cut.forEach(
                AccountRow.ROWS,
                row -> {
                    if (row.tenant() == tenant) {
                        lines.computeIfPresent(row.currency(), (key, line) -> line.plus(row));
                    }
                });
        return new Part(moment, lines.values().stream().filter(line -> line.accounts > 0).toList());
    }

    @Override
    public Answer join(List<Part> parts) {
        boolean balanced = parts.stream().allMatch(Part::isBalanced);
        List<Document> documents = parts.stream().map(Part::document).toList();
        return Answer.done(
                out -> {
                    out.flag("balanced", balanced);
                    out.list("partitions", documents);
                });
    }
}
