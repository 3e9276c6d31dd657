package io.windlass.server.chaos;

import io.windlass.server.it.Got;

/** An order and its first answer. */
record Entry(Order order, Got answer) {

    /** Where in the log of its partition the answer is kept. */
    long position() {
        return Long.parseLong(answer.at("/position").split(":", 2)[1]);
    }

    /** Whether this is an answer that stands for ever. */
    boolean isFinal() {
        return (isDone() || isRefused()) && answer.at("/position").matches("1:[0-9]{1,18}");
    }

    /** Whether money moved. */
    boolean isDone() {
        return answer.status() == 200 && answer.at("/status").equals("SUCCEEDED");
    }

    /** Whether the rules said no, which is the only other answer that is final here. */
    boolean isRefused() {
        return answer.status() == 422
                && answer.at("/code").equals("insufficient-funds")
                && answer.at("/outcome").equals("rejected");
    }
}
