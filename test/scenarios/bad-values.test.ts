import { testFaults } from './support/faults.js';
import { smallWith } from './support/small.js';

testFaults({
  'a missing unit': {
    text: smallWith(['for: 30 min', 'for: 30']),
    at: '37:35',
    points: '30',
    message: 'A unit is missing.',
  },
  'an unknown unit': {
    text: smallWith(['for: 30 min', 'for: 30 mins']),
    at: '37:35',
    points: '30 mins',
    message: '`30 mins` cannot be read: `mins` is not a unit known here.',
    nearest: 'min',
  },
  'a unit of no fixed length': {
    text: smallWith(['for: 30 min', 'for: 2 months']),
    at: '37:35',
    points: '2 months',
    message: '`2 months` cannot be read: a month has no fixed length.',
  },
  'a unit of another kind': {
    text: smallWith(['for: 30 min', 'for: 30 per hour']),
    at: '37:35',
    points: '30 per hour',
    message: 'This is a rate, which is of no use here.',
  },
  'a negative duration': {
    text: smallWith(['after: 3 h', 'after: -3 h']),
    at: '30:27',
    points: '-3 h',
    message: 'A duration cannot be negative.',
  },
  'a negative capacity': {
    text: smallWith(['capacity: 3', 'capacity: -3']),
    at: '12:49',
    points: '-3',
    message: 'A count cannot be negative.',
  },
  'half a nurse': {
    text: smallWith(['capacity: 3', 'capacity: 2.5']),
    at: '12:49',
    points: '2.5',
    message: 'This has to be a whole number, 0 or more.',
  },
  'a number without end': {
    text: smallWith(['capacity: 3', 'capacity: .inf']),
    at: '12:49',
    points: '.inf',
    message: 'This has to be a count such as `12` or `140 per million`.',
  },
  'shares that do not add to 1': {
    text: smallWith(['{lower: 0.7, higher: rest}', '{lower: 0.7, higher: 0.2}']),
    at: '19:15',
    points: '{lower: 0.7',
    message: 'The shares add to 0.9, not to 1.',
  },
  'shares that add to more than 1 for one severity': {
    text: smallWith(['share: rest, to: =seen', 'share: {lower: 0.8, higher: 0.2}, to: =seen']),
    at: '35:13',
    points: 'treat: {share',
    message: 'The shares add to 1.1, not to 1 (for the severity `higher`).',
  },
  'two rests': {
    text: smallWith(['{lower: 0.7, higher: rest}', '{lower: rest, higher: rest}']),
    at: '19:15',
    points: '{lower: rest',
    message: 'Only one share can be `rest`.',
  },
  'a share above 1': {
    text: smallWith(['share: 1, to', 'share: 140%, to']),
    at: '21:24',
    points: '140%',
    message: 'A share lies between 0 and 1.',
  },
  'an unknown distribution': {
    text: smallWith(['exponential: 20', 'exponental: 20']),
    at: '29:15',
    points: 'exponental',
    message: 'There is no distribution called `exponental`.',
    nearest: 'exponential',
  },
  'an unknown part of a distribution': {
    text: smallWith(['{exponential: 20 min}', '{lognormal: {mean: 1 h, sd: 1 h, mode: 3 h}}']),
    at: '29:47',
    points: 'mode',
    message: '`mode` is no part of this distribution.',
  },
  'arrivals without time between them': {
    text: smallWith(['rate: 2 per hour', 'every: 0 s']),
    at: '23:19',
    points: '0 s',
    message: 'With no time between one arrival and the next, there would be no end of them.',
  },
  'an unknown parameter': {
    text: smallWith(['capacity: 3', 'capacity: $nurses']),
    at: '12:49',
    points: '$nurses',
    message: 'There is no parameter called `nurses`.',
  },
  'a week with an overlap': {
    text: smallWith(['otherwise: 1', 'fri 19:00-22:00: 1, otherwise: 1']),
    at: '15:40',
    points: 'fri 19:00',
    message: '`fri 19:00-22:00` overlaps with another line of this week.',
  },
  'a week with a gap': {
    text: smallWith([', otherwise: 1', '']),
    at: '15:15',
    points: '{mon-fri',
    message: 'This week leaves hours out.',
  },
  'hours that are none': {
    text: smallWith(['mon-fri 08:00', 'mon-fry 08:00']),
    at: '15:16',
    points: 'mon-fry',
    message: '`mon-fry 08:00-20:00` names no hours of the week.',
  },
  'a start that is no Monday': {
    text: smallWith(['2024-01-01', '2024-01-02']),
    at: '4:15',
    points: '2024-01-02',
    message: 'A run starts on a Monday.',
    nearest: '2024-01-01',
  },
  'a day that there is not': {
    text: smallWith(['2024-01-01', '2023-02-29']),
    at: '4:15',
    points: '2023-02-29',
    message: 'There is no such day: February 2023 has 28 days.',
  },
});
