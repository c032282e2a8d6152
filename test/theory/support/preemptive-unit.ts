/**
 * One unit, Poisson arrivals, two classes, and an urgent arrival puts out whoever of the other class is being served.
 * Sources: Miller (1960), Annals of Mathematical Statistics 31, 86-103; Gaver (1962), Journal of the Royal Statistical
 * Society B 24, 73-90; Avi-Itzhak & Naor (1963), Operations Research 11, 303-320.
 */

/** The urgent: arrivals and rate of their exponential service [per hour]. */
export interface Urgent {
  readonly arrivals: number;
  readonly rate: number;
}

/** The time that a routine visit takes from its first start to its end, urgent work in between included. */
export interface Completion {
  /** [hours] */
  readonly mean: number;
  /** [hours²] */
  readonly square: number;
  /** Mean time of it that the unit spends on the visit, work done twice included [hours]. */
  readonly work: number;
}

/** Exponential work that is resumed: the work, and a busy period of the urgent for each of the Poisson interruptions. */
export function resumed(urgent: Urgent, length: number): Completion {
  const busy = busyPeriod(urgent);
  const stretch = 1 + urgent.arrivals * busy.mean;
  return {
    mean: length * stretch,
    square: 2 * (length * stretch) ** 2 + urgent.arrivals * length * busy.square,
    work: length,
  };
}

/** Work of fixed length that begins again at each interruption: a geometric number of failures, each cut off at the length. */
export function restarted(urgent: Urgent, length: number): Completion {
  const busy = busyPeriod(urgent);
  const { arrivals } = urgent;
  const isDone = Math.exp(-arrivals * length);
  const failures = (1 - isDone) / isDone;
  const cut = 1 / arrivals - (length * isDone) / (1 - isDone); // time until the interruption, given that one comes
  const cutSquare = 2 / arrivals ** 2 - ((length ** 2 + (2 * length) / arrivals) * isDone) / (1 - isDone);
  const each = cut + busy.mean;
  const variance = cutSquare - cut ** 2 + busy.square - busy.mean ** 2;
  const mean = length + failures * each;
  const spread = failures * variance + ((1 - isDone) / isDone ** 2) * each ** 2;
  return { mean, square: mean ** 2 + spread, work: length + failures * cut };
}

/**
 * Mean wait of routine visits until they first start [hours]: M/G/1 with completion times for service, whose idle time is
 * taken by urgent busy periods now and then (decomposition of Fuhrmann & Cooper 1985, Operations Research 33, 1117-1129).
 */
export function waitOfRoutine(urgent: Urgent, arrivals: number, { mean, square }: Completion): number {
  const busy = busyPeriod(urgent);
  const load = urgent.arrivals / urgent.rate;
  return (arrivals * square) / (2 * (1 - arrivals * mean)) + (load * busy.square) / (2 * busy.mean);
}

/** Mean and mean square of a busy period of M/M/1. Source: Kleinrock (1975), Queueing Systems 1, equations 5.141, 5.142. */
function busyPeriod({ arrivals, rate }: Urgent) {
  const idle = 1 - arrivals / rate;
  return { mean: 1 / (rate * idle), square: 2 / (rate ** 2 * idle ** 3) };
}
