package dev.gridload.sandbox;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.ObjectNode;

/** What is known of a customer beside its ids: kept as it came, turned into JSON when asked for. */
sealed interface Profile permits CsvProfile, JsonProfile {

    /** Writes the members of Grid's answer, from {@code region} to {@code address}. */
    void writeTo(JsonGenerator json);

    /** The country that Grid files the customer under; empty where unknown. */
    String region();

    /** The same as an object that can be changed. */
    ObjectNode toJson();
}
