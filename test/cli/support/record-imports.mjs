/** Loaded with `--import`: lists every module that a program loads on standard error. */
import { register } from 'node:module';

const hooks = `export async function load(url, context, next) {
  process._rawDebug('loaded ' + url);
  return next(url, context);
}`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
