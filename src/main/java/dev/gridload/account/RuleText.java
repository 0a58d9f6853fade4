package dev.gridload.account;

/** The words of a rule, kept together so that an enumeration of rules stays a list. See {@link Rule} for each part. */
public record RuleText(RuleClass ruleClass, String message, String hint, String source) {}
