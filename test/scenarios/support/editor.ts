/** An editor that speaks YAML: the language server that editors use, on a file that may stand only in memory. */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { getLanguageService } from 'yaml-language-server';

const settings = {
  validate: true,
  hover: true,
  completion: true,
  hoverSchemaSource: false,
  disableDefaultProperties: true,
};

/** Of every text that was opened: the server remembers files by name and version. */
let version = 0;

/** Opens an editor, in which files name their schema in their first line. */
export function openEditor() {
  const service = getLanguageService({
    schemaRequestService: async (uri) => readFileSync(fileURLToPath(uri), 'utf8'),
    workspaceContext: {
      resolveRelativePath: (path, from) => pathToFileURL(resolve(dirname(fileURLToPath(from)), path)).href,
    },
  });
  service.configure(settings);
  const open = (path: string, text: string) =>
    TextDocument.create(pathToFileURL(resolve(path)).href, 'yaml', ++version, text);
  return {
    /** What is underlined, as `line: message`. */
    faults: async (path: string, text: string): Promise<string[]> =>
      (await service.doValidation(open(path, text), false)).map(
        ({ range, message }) => `${range.start.line + 1}: ${message}`,
      ),
    /** What the editor says of the word at a place (line and column from 1); empty where it says nothing. */
    hover: async (path: string, text: string, line: number, column: number): Promise<string> => {
      const found = await service.doHover(open(path, text), { line: line - 1, character: column - 1 });
      const { contents = '' } = found ?? {};
      return typeof contents === 'string' ? contents : 'value' in contents ? contents.value : '';
    },
    /** The keys and words offered at a place. */
    offered: async (path: string, text: string, line: number, column: number): Promise<string[]> =>
      (await service.doComplete(open(path, text), { line: line - 1, character: column - 1 }, false)).items.map(
        ({ label }) => label,
      ),
  };
}
