import { small } from './small.js';

/** A policy file with these edits (YAML lines, two spaces in), and more keys before them. */
export function policy(edits: string, more = ''): string {
  return `spillover: 1\npolicy: p\norigin: nhs\n${more}edits:\n${edits}\n`;
}

/** The small scenario with a policy of these edits on it, as files. */
export function withPolicy(edits: string, more = '', use = './p.yaml', scenario = small): Record<string, string> {
  return { 's.yaml': scenario.replace('time:', `policies: [${use}]\ntime:`), 'p.yaml': policy(edits, more) };
}
