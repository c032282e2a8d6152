/** Which events of one instant meet at a service, or at a person: it is there that their order makes a difference. */
import { Band, type Event } from './calendar.js';
import type { Coverage } from './coverage.js';

/** An event of the instant, with what it changed until the next one. */
interface Happening {
  readonly event: Event;
  readonly services: Set<number>;
  readonly people: Set<object>;
}

const BANDS = Object.keys(Band) as (keyof typeof Band)[];
const nameOf = ({ band }: Event): string => BANDS[band] ?? '';
const kindOf = (event: Event): string => event.kind ?? nameOf(event);

function haveCommon<Item>(one: ReadonlySet<Item>, other: ReadonlySet<Item>): boolean {
  return [...one].some((item) => other.has(item));
}

/** Notes, for each two events of an instant, in what order they met. */
export class Meetings {
  private instant: Happening[] = [];
  private last: Happening | null = null;

  constructor(private readonly coverage: Coverage) {}

  /** An event happens: what is touched from here on is its doing. */
  begin(event: Event): void {
    if (this.last !== null && this.last.event.time !== event.time) this.close();
    this.last = { event, services: new Set(), people: new Set() };
    this.instant.push(this.last);
  }

  /** Units, the line or the capacity of a service are looked at or changed. */
  atService(service: number): void {
    this.last?.services.add(service);
  }

  /** Something happens to a person, or to an episode of a transient. */
  atPerson(who: object): void {
    this.last?.people.add(who);
  }

  /** The instant is over. */
  close(): void {
    this.instant.forEach((first, index) => {
      for (const second of this.instant.slice(index + 1)) {
        const pair = `${nameOf(first.event)}, ${nameOf(second.event)}`;
        const atService = haveCommon(first.services, second.services);
        if (atService) this.coverage.note(`meet at a service: ${pair}`);
        if (haveCommon(first.people, second.people)) this.coverage.note(`meet at a person: ${pair}`);
        if (atService && (first.event.kind ?? second.event.kind) !== null) {
          this.coverage.note(`meet at a service: ${kindOf(first.event)}, ${kindOf(second.event)}`);
        }
        const isByKey = first.event.band === second.event.band && first.event.sequence > second.event.sequence;
        if (atService && isByKey) this.coverage.note(`key before sequence: ${nameOf(first.event)}`);
      }
    });
    this.instant = [];
    this.last = null;
  }
}
