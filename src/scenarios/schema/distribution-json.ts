import { type Json, orReference } from './leaf.js';
import { fraction, share, whole } from './values.js';

/** A map that has all of these parts, and perhaps those. */
function map(needed: Readonly<Record<string, Json>>, more: Readonly<Record<string, Json>> = {}): Json {
  return {
    type: 'object',
    properties: { ...needed, ...more },
    required: Object.keys(needed),
    additionalProperties: false,
  };
}

function part(json: Json, description: string): Json {
  return { ...orReference(json), description };
}

function list(json: Json, description: string): Json {
  return part({ type: 'array', items: orReference(json), minItems: 1 }, description);
}

/** How deep distributions that are made of others are followed; below that, any map will do. */
const LEVELS = 1;

/** A map with the name of one distribution and its parts, in JSON Schema; `size` is that of its durations (or numbers). */
export function distributionJson(size: Json, levels = LEVELS): Json {
  const of = (description: string) => part(size, description);
  const [mean, sd, low, high] = [of('Mean.'), of('Standard deviation.'), of('Lowest value.'), of('Highest value.')];
  const inner = { anyOf: [size, levels > 0 ? distributionJson(size, levels - 1) : { type: 'object' }] };
  const shape = part(
    { type: 'number', exclusiveMinimum: 0 },
    'Shape: 1 is exponential; the higher, the less it varies.',
  );
  const medianAndQuantile = {
    ...map({ median: of('Half of all are shorter.') }),
    patternProperties: { '^q(5[1-9]|[6-9][0-9])$': of('Quantile: `q90` is what 90% do not exceed.') },
    minProperties: 2,
  };
  const one = (description: string, ...forms: Json[]) => {
    const [form = {}] = forms;
    return { ...orReference(forms.length > 1 ? { anyOf: forms } : form), description };
  };
  return {
    type: 'object',
    minProperties: 1,
    additionalProperties: false,
    properties: {
      deterministic: of('Never varies: always this value.'),
      exponential: of('Exponential with this mean: no memory, the standard deviation equals the mean.'),
      erlang: one(
        'Erlang: a sum of `shape` exponential phases.',
        map({ shape: part(whole(1).json, 'Number of phases; the more, the less it varies.'), mean }),
      ),
      gamma: one(
        'Gamma, by mean and standard deviation, or by shape and mean.',
        map({ mean, sd }),
        map({ shape, mean }),
      ),
      weibull: one(
        'Weibull, by shape and mean, or by shape and scale.',
        map({ shape, mean }),
        map({ shape, scale: of('Scale: 63% of all are shorter.') }),
      ),
      lognormal: one(
        'Lognormal, skewed to the right: by mean and standard deviation, or by median and a quantile.',
        map({ mean, sd }),
        medianAndQuantile,
      ),
      triangular: one(
        'Triangular: from low to high, with a peak.',
        map({ low, mode: of('Most frequent value.'), high }),
      ),
      uniform: one('Uniform: all values from low to high alike.', map({ low, high })),
      mixture: list(
        map({
          share: part(share.json, 'How often it is this one; the shares add to 1, and one may be `rest`.'),
          of: part(inner, 'A distribution, or a value.'),
        }),
        'A mixture: each time is drawn from one of several distributions.',
      ),
      truncated: one(
        'Another distribution, given that it lies between bounds.',
        map(
          { of: part(inner, 'The distribution.') },
          { low: of('Never shorter than this.'), high: of('Never longer than this.') },
        ),
      ),
      empirical: one(
        'Observed values, each with its share.',
        map(
          { values: list(size, 'Observed values.') },
          { shares: list(fraction.json, 'Their shares; equal when left out.') },
        ),
      ),
    },
  };
}
