export const EARTH_KM = 6371;
/** Half of the distance points are left at the median distance of NISP exchanges, 20.4 miles (Jensen et al. 2011). */
export const HALF_DISTANCE_KM = 32.8;
/** EUR per unit at which three quarters of the economics points are reached; an estimate of a handling margin. */
export const HALF_MONEY = 50;
/** kg CO2e per unit at which three quarters of the CO2 points are reached; an estimate. */
export const HALF_CARBON = 300;
/** Share of a term's points where what it needs is unknown: neither good nor bad. */
export const NEUTRAL = 0.4;
/** Share of the fit left when a declared buyer is not among the known receivers of the use; an estimate. */
export const UNKNOWN_RECEIVER = 0.7;
/** How much longer the limit of a use is where both ends declare the mode; estimates from the ratio of the tariffs per km. */
export const RAIL_REACH = 2.5;
export const SEA_REACH = 4;
/** Share of limits met that is assumed where nobody asks for any. */
export const NO_LIMITS = 0.5;
/** A reading less sure than this does not speak against a pair. */
export const LEAST_SUSPICION = 0.2;
