import { expect, it } from 'vitest';
import { hear, visitors } from './hear.js';

it('levels are exact integrals over each clock hour', () => {
  const { arrivals, door } = visitors({ anna: 0.5, bert: 1, carl: 1.25 }, 'ward.care');
  const { story } = hear({
    horizon: 4,
    services: { nurse: { capacity: [1, 1, 2, 0] } },
    pathways: { ward: { care: { seize: 'nurse', for: 1.25, then: '=done' } }, door },
    arrivals,
  });
  // anna 0.5 to 1.75. bert from 1.75 to 3. At 2 there are two nurses: carl, who waits from 1.25, 2 to 3.25. At 3 nobody is
  // on duty, but carl's work is finished.
  expect(story.levels).toEqual([
    { service: 0, hour: 0, inUse: 1800, waiting: 0, staffed: 3600, full: 1800 },
    // Waiting: bert 0.75 of an hour, carl 0.75.
    { service: 0, hour: 1, inUse: 3600, waiting: 5400, staffed: 3600, full: 3600 },
    { service: 0, hour: 2, inUse: 7200, waiting: 0, staffed: 7200, full: 3600 },
    { service: 0, hour: 3, inUse: 900, waiting: 0, staffed: 0, full: 3600 },
  ]);
});

it('an instant is a whole second: parts of one fall to the second before', () => {
  const { arrivals, door } = visitors({ anna: 0.50001 }, 'ward.care');
  const { story } = hear({
    horizon: 2,
    services: { nurse: 1 },
    pathways: { ward: { care: { seize: 'nurse', for: 0.25, then: '=done' } }, door },
    arrivals,
  });
  // 0.50001 h is second 1800.036, 0.75001 h second 2700.036: 900 seconds, from 1800 to 2700.
  expect(story.levels.map((row) => row.inUse)).toEqual([900, 0]);
});

it('an ample service has no end of staff, and is never full', () => {
  const { arrivals, door } = visitors({ anna: 0.5 }, 'ward.care');
  const { story } = hear({
    horizon: 1,
    services: { nurse: Number.POSITIVE_INFINITY },
    pathways: { ward: { care: { seize: 'nurse', for: 0.25, then: '=done' } }, door },
    arrivals,
  });
  expect(story.levels).toEqual([
    { service: 0, hour: 0, inUse: 900, waiting: 0, staffed: Number.POSITIVE_INFINITY, full: 0 },
  ]);
});

it('a last hour that is cut short is summed up to the horizon', () => {
  const { arrivals, door } = visitors({ anna: 1 }, 'ward.care');
  const { story } = hear({
    horizon: 1.5,
    services: { nurse: 1 },
    pathways: { ward: { care: { seize: 'nurse', for: 9, then: '=done' } }, door },
    arrivals,
  });
  expect(story.levels.map((row) => [row.hour, row.inUse, row.staffed])).toEqual([
    [0, 0, 3600],
    [1, 1800, 1800],
  ]);
});
