/** Unit costs: how they are read, brought to one year, and refused. */
import { describe, expect, it } from 'vitest';
import { describeWorld } from '../../src/scenarios/index.js';
import { accepted, refused } from './support/load.js';
import { small } from './support/small.js';

const costed = (cost: string, top = 'prices: {base-year: 2022-23, uprating: [{price-year: 2018, by: 1.5}]}') =>
  `${small.replace('unit: nurses,', `unit: nurses, unit-cost: ${cost},`)}${top}\n`;
const dictionaryOf = (text: string) => describeWorld(accepted(text)).dictionary;
const faults = (text: string) => refused(text).map(({ path, message }) => `${path}: ${message}`);

describe('a unit cost', () => {
  it('is told for an hour or a contact in prices of the base year, and paid by the agency unless another budget is named', () => {
    const { services, costing } = dictionaryOf(costed('{amount: 240 GBP per day, price-year: 2018}'));
    expect(services[0]?.unitCost).toEqual({
      amount: 15,
      per: 'hour',
      budget: 'nhs',
      priceYear: '2018',
      upratedBy: 1.5,
    });
    expect(services[1]).not.toHaveProperty('unitCost');
    expect(costing).toEqual({ baseYear: '2022-23', budgets: [{ id: 'nhs', label: 'NHS' }] });
    const fund = dictionaryOf(
      costed(
        '{amount: 40 GBP per contact, price-year: 2022-23, budget: fund}',
        'budgets: {fund: A fund, other: Pays nothing}\nprices: {base-year: 2022-23}',
      ),
    );
    expect(fund.services[0]?.unitCost).toMatchObject({ amount: 40, per: 'contact', budget: 'fund', upratedBy: 1 });
    expect(fund.costing?.budgets).toEqual([{ id: 'fund', label: 'A fund' }]);
  });

  it('leaves nothing behind where no service states one', () => {
    expect(dictionaryOf(small)).not.toHaveProperty('costing');
  });

  it.each([
    ['{amount: 40 GBP per contact, price-year: 2019}', 'price-year: Nothing says how prices of 2019 are brought'],
    ['{amount: 40 GBP per contact, price-year: soon}', 'price-year: This is no year.'],
    ['{amount: 40, price-year: 2018}', 'amount: This is not money'],
    ['{amount: -4 GBP per hour, price-year: 2018}', 'amount: A unit cost cannot be negative.'],
    ['{amount: 40 GBP per contact, price-year: 2018, budget: nsh}', 'budget: There is no budget or agency'],
  ])('%s is refused', (cost, says) => {
    expect(faults(costed(cost)).join('\n')).toContain(`services.clinic.unit-cost.${says}`);
  });

  it('needs a base year, and budgets that are no agencies', () => {
    const cost = '{amount: 40 GBP per contact, price-year: 2018}';
    expect(faults(costed(cost, '')).join()).toContain('does not say in the prices of which year money is told');
    expect(faults(costed(cost, 'budgets: {nhs: NHS}\nprices: {base-year: 2018}')).join()).toContain('is an agency');
  });

  it('is a parameter in a strict file, and so is its uprating; years are not', () => {
    const unsourced = faults(`strict: true\n${costed('{amount: 40 GBP per contact, price-year: 2018}')}`);
    const own = unsourced.filter((fault) => /^(prices|services\.clinic\.unit-cost)/.test(fault));
    expect(own.map((fault) => fault.split(':')[0])).toEqual([
      'services.clinic.unit-cost.amount',
      'prices.uprating[0].by',
    ]);
  });
});
