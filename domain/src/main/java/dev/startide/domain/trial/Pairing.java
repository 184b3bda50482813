package dev.startide.domain.trial;

import java.util.Arrays;

/// Pairs things of two kinds, as many as can be: where a thing fits several, it makes way for one that
/// fits fewer.
final class Pairing {

    private static final int ALONE = -1;

    /// Whether two things fit.
    @FunctionalInterface
    interface Fit {
        boolean isRight(int left, int right);
    }

    private final int[] partnerOfLeft;
    private final int[] partnerOfRight;
    private final Fit fit;

    Pairing(int left, int right, Fit fit) {
        this.partnerOfLeft = new int[left];
        this.partnerOfRight = new int[right];
        this.fit = fit;
        Arrays.fill(partnerOfLeft, ALONE);
        Arrays.fill(partnerOfRight, ALONE);
    }

    /// The partner of each thing on the left; -1 if it has none.
    int[] partners() {
        for (int left = 0; left < partnerOfLeft.length; left++) {
            find(left, new boolean[partnerOfRight.length]);
        }
        return partnerOfLeft.clone();
    }

    private boolean find(int left, boolean[] asked) {
        for (int right = 0; right < partnerOfRight.length; right++) {
            if (!asked[right] && fit.isRight(left, right)) {
                asked[right] = true;
                if (partnerOfRight[right] == ALONE || find(partnerOfRight[right], asked)) {
                    partnerOfRight[right] = left;
                    partnerOfLeft[left] = right;
                    return true;
                }
            }
        }
        return false;
    }
}
