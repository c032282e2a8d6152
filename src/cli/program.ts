/** The commands as commander sees them: parsing, help, and suggestions for a mistyped word. */
import { Command } from 'commander';
import { commands } from './commands/index.js';
import { Exit, type ExitCode } from './exit.js';
import { tellOptionFault } from './option-fault.js';
import { areRivals, environmentVariables, lackedBy, type OptionName, type Options, optionsOf } from './options.js';
import type { CommandPart, IdleOption } from './part.js';
import { version } from './program-info.js';
import { openTerminal } from './terminal.js';

const EXAMPLES = `
Examples:
  $ spillover init
  $ spillover run uk-baseline
  $ spillover compare uk-baseline right-care-right-person --replications 40 --out out/rcrp
  $ spillover check my-scenario.yaml
  $ spillover validate

Exit codes:
  0 done   1 a run failed   2 wrong usage or invalid input, nothing written
  3 it ran, but a stated check failed   130 stopped by Ctrl-C, whole replications kept

A scenario is a name that ships with spillover (uk-baseline) or a file (./mine.yaml).
In the environment, these stand in for the options of the same names:
${environmentVariables()
  .join(' ')
  .replace(/(.{1,100})(?: |$)/g, '  $1\n')
  .trimEnd()}`;

/** Splits commander's notation of arguments into single ones. */
function addArguments(command: Command, notation: string): void {
  for (const one of notation.split(' ').filter((text) => text !== '')) command.argument(one);
}

function addCommand(program: Command, part: CommandPart, settle: (code: ExitCode) => void): void {
  const command = program.command(part.id).summary(part.summary).description(part.description);
  addArguments(command, part.arguments);
  for (const option of optionsOf(part.options)) command.addOption(option);
  command.addHelpText('after', `\nExamples:\n${part.examples.map((line) => `  $ ${line}`).join('\n')}`);
  overruleRivals(command);
  command.action(async () => {
    const options: Options = command.opts();
    const terminal = openTerminal(options);
    const given = part.options.filter((name) => sourceOf(command, name) === 'cli');
    const idle = part.idle?.(command.args, new Set(given)) ?? alone(given, options);
    if (idle !== null) tellOptionFault(idle.option, idle.fault, terminal);
    settle(idle === null ? await part.perform(command.args, options, terminal) : Exit.usage);
  });
}

/** A flag overrules the environment variables of its rivals as it does its own: they are not looked at. */
function overruleRivals(command: Command): void {
  for (const option of command.options)
    command.on(`option:${option.name()}`, () => {
      for (const rival of command.options) if (areRivals(option.name(), rival.name())) delete rival.envVar;
    });
}

/** The first option of those given that says nothing without another one; null where there is none. */
function alone(given: readonly OptionName[], options: Options): IdleOption | null {
  for (const name of given) {
    const lacked = lackedBy(name, options);
    if (lacked === null) continue;
    const [partner = ''] = lacked.split(' ');
    const fault = { message: `It says nothing without ${partner}.`, found: `no ${partner}`, expected: 'both of them' };
    return { option: `--${name}`, fault: { ...fault, next: `Add, for example, ${lacked}.` } };
  }
  return null;
}

/** Where the value of an option comes from: `cli`, `env` or `default`; undefined where it has none. */
function sourceOf(command: Command, name: OptionName): string | undefined {
  const option = command.options.find((one) => one.name() === name);
  return option && command.getOptionValueSource(option.attributeName());
}

/** Parses a command line, performs the command and returns its exit code. Throws commander's errors. */
export async function perform(words: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = Exit.done;
  for (const name of environmentVariables()) if (process.env[name] === '') delete process.env[name];
  const program = new Command('spillover')
    .description('Simulates where demand lands when police, mental-health and drug-treatment policies move it.')
    .version(version())
    .addHelpText('after', EXAMPLES)
    .showHelpAfterError('(add --help for what is possible)')
    .configureHelp({ showGlobalOptions: false })
    .exitOverride();
  for (const part of commands) {
    addCommand(program, part, (settled) => {
      code = settled;
    });
  }
  await program.parseAsync([...words], { from: 'user' });
  return code;
}
