package dev.gridload.account;

/** What a rule rests on. The rule set in force turns it into a severity. */
public enum RuleClass {
    /** H: a pattern, enumeration or required field of Grid's documents. */
    HARD,
    /** S: the syntax of the rail's owner (DICT, ISO 13616, ISO 9362, the Spark payload). */
    SYNTAX,
    /** C: an arithmetic check digit. */
    CHECKSUM,
    /** P: a directory, a prefix or an agreement between fields. */
    PLAUSIBILITY,
    /** N: the value is good after a repair that the tool made. */
    REPAIR
}
