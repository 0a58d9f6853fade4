package dev.gridload.account.identifier;

/**
 * The institutions that take part in SPEI, by the three digits that begin a CLABE. The list grows monthly, so a number that
 * is missing here is worth a warning and never more. Numbers of institutions that have closed stay: their CLABEs moved on.
 */
final class SpeiBanks {

    private static final String NUMBERS = "002 006 009 012 014 019 021 030 032 036 037 042 044 058 059 060 062 072 "
            + "102 103 106 108 110 112 113 116 124 126 127 128 129 130 131 132 133 134 135 136 137 138 139 140 141 143 145 "
            + "147 148 150 151 152 153 154 155 156 157 158 159 160 165 166 167 168 169 "
            + "600 601 602 605 606 607 608 610 614 615 616 617 618 619 620 621 622 623 626 627 628 629 630 631 632 633 634 "
            + "636 637 638 640 642 646 647 648 649 651 652 653 655 656 659 661 670 671 674 677 679 680 683 684 685 686 689 "
            + "699 703 706 710 714 715 716 720 721 722 723 725 727 728 729 730 732 734 738 901 902";

    private static final boolean[] KNOWN = known();

    private SpeiBanks() {}

    /** Whether the three digits at the beginning of {@code clabe} are in the list. */
    static boolean contains(CharSequence clabe) {
        return KNOWN[number(clabe, 0)];
    }

    private static int number(CharSequence digits, int from) {
        return (digits.charAt(from) - '0') * 100 + (digits.charAt(from + 1) - '0') * 10 + digits.charAt(from + 2) - '0';
    }

    private static boolean[] known() {
        boolean[] known = new boolean[1000];
        for (int i = 0; i < NUMBERS.length(); i += 4) {
            known[number(NUMBERS, i)] = true;
        }
        return known;
    }
}
