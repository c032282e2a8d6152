/** Tables, one file each: Results in, rows out. */
export { areas } from './areas.js';
export { assumptions } from './assumptions.js';
export { costs } from './costs.js';
export { displacement } from './displacement.js';
export { fourArms } from './four-arms.js';
export { gains } from './gains.js';
export { goLive } from './go-live.js';
export { harm } from './harm.js';
export { hours } from './hours.js';
export { ledgers } from './ledgers.js';
export { measureDictionary } from './measure-dictionary.js';
export { measures } from './measures.js';
export { outcomes } from './outcomes.js';
export { services } from './services.js';
export { warmUp } from './warm-up.js';
export { weekly } from './weekly.js';
