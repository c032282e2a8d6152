/** Reports: Results to one page, to tables, and to an answer in words. */
export { answerInParts, answerInWords, fewRunsInWords, sizesInWords } from './answer.js';
export { capacityAnswer } from './capacity-answer.js';
export { changedInWords } from './changed-words.js';
export {
  type GalleryCard,
  type GalleryComparison,
  type GalleryText,
  galleryComparison,
  galleryIndex,
  galleryText,
} from './gallery.js';
export { gridFiles, gridOf } from './grid.js';
export { type Labels, labelsOf } from './labels.js';
export { LOG_COLUMNS, logValues } from './log-columns.js';
export { logCsv } from './log-csv.js';
export { logParquet } from './log-parquet.js';
export { type QuestionAnswer, questionAnswer } from './question-answer.js';
export { type AskedQuestion, questionFiles } from './question-page.js';
export { renderReport } from './report.js';
export type { SearchAnswer } from './search-answer.js';
export { renderSearch, searchTables } from './search-report.js';
export { sensitivityAnswer } from './sensitivity-answer.js';

export { type EpisodeTimeline, SYNTHETIC, type TimelineEntry, timelinesOf } from './timeline.js';

export { tippingAnswer } from './tipping-answer.js';

export { warmUpAnswer } from './warm-up-words.js';
export { describedTables, writeTables } from './write-tables.js';
