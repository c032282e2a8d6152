import { testFaults } from './support/faults.js';
import { smallWith } from './support/small.js';

testFaults({
  'an analyst who checks their own work': {
    at: '38:40',
    text: `${smallWith()}study: {analyst: Ann Example, assurer: ann example}\n`,
    points: 'ann example',
    message: '`assurer` has to be somebody other than the analyst.',
  },
  'a number signed off by who chose it': {
    at: '38:52',
    text: `${smallWith()}assumptions: {made-by: Ann Example, signed-off-by: Ann Example}\n`,
    points: 'Ann Example',
    message: '`signed-off-by` has to be somebody other than who chose the number.',
  },
  'a rating of risk that is none': {
    at: '38:24',
    message: 'This word is not one of the choices here.',
    text: `${smallWith()}study: {risk: {rating: hihg, because: It matters.}}\n`,
    points: 'hihg',
    nearest: 'high',
  },
});
