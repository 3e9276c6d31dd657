package io.windlass.edge.node;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AdmissionTest {
    private final Admission admission = new Admission(2);

    @Test
    void aCommandEntersWhenAnotherHasItsAnswer() {
        assertTrue(admission.enter(1));
        assertFalse(admission.isFull());
        assertTrue(admission.enter(1));
        assertTrue(admission.isFull());
        assertFalse(admission.enter(1));
        admission.leave(1);
        assertTrue(admission.enter(1));
    }

    @Test
    void aBatchMayBeLargerThanTheBoundAndNothingEntersBesideIt() {
        assertTrue(admission.enter(5));
        assertFalse(admission.enter(1));
        admission.leave(5);
        assertFalse(admission.isFull());
    }
}
