import { type Command, optionFlag, optionText } from '#api/cli/command'
import { readCommand } from './read.ts'

/** 읽기: what the reader finds in files, without a server. A terminal gets a summary, a pipe or `--json` gets JSON lines, `--out` a file a document. */
export const read: Command = {
  name: 'read',
  usage: '[--json] [--out DIR] [--published DATE] [--explain] FILE…|-',
  ko: '문서를 읽어 주장을 보여 줍니다 (서버 없이, -는 표준 입력)',
  en: 'show what the reader finds in documents (no server needed, - is standard input)',
  options: { json: { type: 'boolean' }, out: { type: 'string' }, published: { type: 'string' }, explain: { type: 'boolean' } },
  run: (context) =>
    readCommand(
      {
        files: context.words,
        json: optionFlag(context, 'json') || (!context.io.terminal && optionText(context, 'out') === undefined),
        out: optionText(context, 'out'),
        published: optionText(context, 'published'),
        explain: optionFlag(context, 'explain'),
        colour: context.io.colour,
        locale: context.locale,
      },
      context.io,
    ),
}
