package dev.highwater.engine.plan;

/**
 * Where an address is; empty texts for what is not known (S-337).
 *
 * @param region the greatest part of the country that is known, such as a state
 * @param metroCode a number that stands for a market of advertising in the United States
 * @param latitude in degrees, {@code NaN} when it is not known
 * @param longitude in degrees, {@code NaN} when it is not known
 */
public record Place(
    String city,
    String region,
    String country,
    String continent,
    String metroCode,
    String timezone,
    double latitude,
    double longitude) {}
