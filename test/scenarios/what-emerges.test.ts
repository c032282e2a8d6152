/**
 * What must come out of the shipped policies without being put in, and that the nearest wrong policy would not show it.
 * Worlds are compared with the same people and the same luck; what a test does not look at stands still, so that a year of a
 * million people costs a second.
 */
import { expect, it } from 'vitest';
import { type Counted, count, small } from './support/tally.js';

const SECONDS = 240_000;
const parameters = (values: Readonly<Record<string, string | number>>) =>
  `parameters:\n${Object.entries(values)
    .map(
      ([name, value]) => `  ${name}: {value: ${value}, assumption: of a test, grade: E, range: [${value}, ${value}]}\n`,
    )
    .join('')}`;
const policy = (policy: string, levers: string) => `policies: [{policy: ${policy}, with: {${levers}}}]\n`;
const years = (span: string, policies: string, values: Readonly<Record<string, string | number>>) =>
  small(`extends: uk-whole-years\nfamily: own\ntime: {design: steady, ${span}}\n${policies}${parameters(values)}`);
/** Two counts of so many differ by chance by less than this, nineteen times in twenty. */
const byChance = (counted: number) => 1.96 * Math.sqrt(2 * counted);

it(
  'savings of Right Care, Right Person go with the share attended before: one force’s cannot be carried over to another',
  () => {
    const force = (attended: number, policies = '') =>
      count(
        years('warm-up: 3 weeks, measure: 3 weeks', policies, {
          'welfare-rate': '25000 per million per year',
          'attend-lower': attended,
        }),
      );
    const share = (area: Counted) => area.sought('welfare.attend') / area.sought('welfare.answer');
    /** Deployments avoided, of all calls that came before. */
    const saved = (before: Counted, after: Counted) =>
      (before.sought('welfare.attend') - after.sought('welfare.attend')) / before.sought('welfare.answer');
    const [few, many] = [0.275, 0.72];
    const [london, humberside] = [force(few), force(many)];
    // Published before the policy: 0.41 in London (met-deploy-rate-pre-rcrp), 0.78 in Humberside (humberside-deploy-rate-pre-rcrp).
    expect([share(london), share(humberside)].map((each) => Math.round(100 * each) / 100)).toEqual([
      expect.closeTo(0.41, 1),
      expect.closeTo(0.78, 1),
    ]);
    const rule = 'policies: [right-care-right-person]\n';
    const first = saved(london, force(few, rule));
    const second = saved(humberside, force(many, rule));
    // The rule leaves calls with immediate risk alone: what can be saved is what was attended of the others.
    expect(second / first / (many / few)).toBeGreaterThan(0.85);
    expect(second / first / (many / few)).toBeLessThan(1.15);
    // The nearest wrong policy carries London's saving over, and takes the same share of calls off everywhere.
    const carried = saved(humberside, force(many - first / 0.8));
    expect(carried / first).toBeGreaterThan(0.9);
    expect(carried / first).toBeLessThan(1.1);
  },
  SECONDS,
);

const POSSESSION = {
  'absent-rate': '1 per million per year',
  'transport-rate': '1 per million per year',
  'violence-rate': '1 per million per year',
  'overdose-rate': '0.0001 per person per year',
  'opiate-use-people': '1 per million',
};
const HALF_YEAR = 'warm-up: 0 h, measure: 26 weeks';
const entries = ({ sought }: Counted) => sought('treatment.care');

/** Half a year of an area without any policy: run once for all who compare with it. */
let halfYear: Counted | null = null;
function untouched(): Counted {
  halfYear ??= count(years(HALF_YEAR, '', POSSESSION));
  return halfYear;
}

it(
  'a ticket without follow-up treats almost nobody',
  () => {
    const treated = (area: Counted) => {
      const tickets = area.decided('ticket.calls/calls') + area.decided('ticket.calls/does-not');
      expect(tickets).toBeGreaterThan(700);
      return area.decided('ticket.treated/starts') / tickets;
    };
    const before = entries(untouched());
    const ticketed = count(years(HALF_YEAR, 'policies: [oregon-style]\n', POSSESSION));
    expect(treated(ticketed)).toBeGreaterThan(0);
    expect(treated(ticketed)).toBeLessThan(0.02);
    // Not among all who enter treatment either: half a year of counts could not tell.
    expect(Math.abs(entries(ticketed) - before)).toBeLessThan(byChance(before) / 2);
    // The same ticket with somebody who follows it up.
    const followedUp = count(
      years(HALF_YEAR, policy('oregon-style', 'oregon-calls: 0.9, oregon-treated-of-callers: 0.6'), POSSESSION),
    );
    expect(treated(followedUp)).toBeGreaterThan(0.4);
    expect(entries(followedUp) - before).toBeGreaterThan(byChance(before));
  },
  SECONDS,
);

it(
  'more justice referrals do not raise entries to treatment where engagement is the brake, and raise them as far as people engage',
  () => {
    const before = entries(untouched());
    /** Referrals of everybody in custody where nobody was referred before, and entries that they add, in half a year of an area. */
    const referring = (engaged: number) => {
      const nurses = policy('liaison-and-diversion', `ld-screened: 1, ld-engaged: ${engaged}`);
      const counted = count(years(HALF_YEAR, nurses, POSSESSION));
      return { referred: counted.decided('custody-nurse.need/drugs'), added: entries(counted) - before };
    };
    // Of people who tested positive on arrest 0.03 engaged (dtoa-local-engaged); 0.26 do in the policy; 0.6 is the most that its lever allows.
    const [hardly, some, most] = [0.03, 0.26, 0.6].map(referring);
    const perReferral = [hardly!, some!, most!].map(({ referred, added }) => {
      expect(referred).toBeGreaterThan(100);
      return added / referred;
    });
    expect(perReferral[0]).toBeLessThan(0.1);
    expect(hardly!.added).toBeLessThan(byChance(before) / 4);
    // Where people come, the same referrals show: an entry for nearly every one who engages, of more than a hundred.
    expect(perReferral[1]).toBeGreaterThan(0.13);
    expect(perReferral[1]).toBeLessThan(0.39);
    expect(perReferral[2]).toBeGreaterThan(0.4);
  },
  SECONDS,
);

it(
  'a small prevention effect cannot be told from zero by one five-year run of one area',
  () => {
    const area = (policies: string) =>
      years('warm-up: 0 h, measure: 261 weeks', policies, {
        ...POSSESSION,
        'violence-rate': '700 per million per year',
        'possession-rate': '1 per million per year',
        'treatment-seeking-rate': '1 per million per year',
      });
    const violence = (policies: string) => count(area(policies)).opened('youth-violence');
    const before = violence('');
    const fewer = before - violence('policies: [youth-prevention]\n');
    // With the same luck fewer are hurt, since the lower hazard is a part of the higher one;
    expect(fewer).toBeGreaterThan(0);
    // but without that, which no area has, chance alone moves five years by more than twice as much.
    expect(fewer).toBeLessThan(byChance(before) / 2);
    // Were everybody reached, and not one in ten, one area would show it.
    expect(before - violence(policy('youth-prevention', 'prevention-reached: 0.79'))).toBeGreaterThan(byChance(before));
  },
  SECONDS,
);
