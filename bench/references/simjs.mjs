/** M/M/3 in simjs (npm, 2.0.3), which nobody maintains any more: measured where somebody has installed it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { runInThisContext } from 'node:vm';

/** The parts of simjs, or null. Its bundle exports nothing; what it evaluates to is its own `require`, the door is part 7. */
function partsOfSimjs() {
  try {
    return runInThisContext(readFileSync(createRequire(import.meta.url).resolve('simjs'), 'utf8'))(7);
  } catch (error) {
    if (error.code === 'MODULE_NOT_FOUND') return null;
    throw error;
  }
}

const simjs = partsOfSimjs();

/** Serves so many customers and gives their mean wait; null where simjs is not installed. */
export const mm3InSimjs =
  simjs &&
  ((customers, interval, service, seed) => {
    const { Entity, Facility, Random, Sim } = simjs;
    const sim = new Sim();
    const random = new Random(seed);
    const clerks = new Facility('clerks', Facility.FCFS, 3);
    let come = 0;
    let waits = 0;
    let served = 0;
    class Customers extends Entity {
      start() {
        if (come === customers) return;
        come++;
        this.setTimer(random.exponential(1 / interval)).done(() => {
          const since = this.time();
          const stay = random.exponential(1 / service);
          this.useFacility(clerks, stay).done(() => {
            waits += this.time() - since - stay;
            served++;
          });
          this.start();
        });
      }
    }
    sim.addEntity(Customers);
    sim.simulate(Infinity);
    return waits / served;
  });
