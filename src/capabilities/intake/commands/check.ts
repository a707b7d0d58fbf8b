import { basename, join } from 'node:path'
import { type Command, type CommandContext, optionFlag, optionText, wordsIn } from '#api/cli/command'
import { checkReading } from '#engines/checking/check-document'
import type { Finding } from '#engines/checking/finding'
import { ruleOf } from '#engines/checking/rules'
import { readDocument } from '#engines/reading/read-document'
import { isDay } from '#quantity/day'
import { fileTrouble, partsOfFile } from '../service/file-text.ts'

/** 점검: what does not add up in files, without a server. A pipe or `--json` gets one line of JSON a file. */
export const checkCommand: Command = {
  name: 'check',
  usage: '[--json] [--published DATE] FILE…|-',
  ko: '문서의 셈·비율·날짜·단위를 점검합니다 (서버 없이)',
  en: 'check sums, percentages, dates and units of documents (no server needed)',
  options: { json: { type: 'boolean' }, published: { type: 'string' } },
  run: async (context) => {
    const published = optionText(context, 'published')
    if (context.words.length === 0)
      throw new RangeError(
        wordsIn(context)(
          '파일을 적어 주세요. 이를테면 gusul check 보도자료.hwpx (-는 표준 입력)',
          'expected at least one file, such as: gusul check article.txt (- is standard input)',
        ),
      )
    if (published !== undefined && !isDay(published))
      throw new RangeError(
        wordsIn(context)(
          `--published에는 2024-11-28처럼 달력에 있는 날을 적어 주세요. 받은 값: "${published}"`,
          `--published expects a day such as 2024-11-28, got "${published}"`,
        ),
      )
    let failed = false
    for (const word of context.words) {
      const file = word === '-' ? 'stdin' : word
      try {
        const parts = await partsOfFile(word === '-' ? await context.io.readStdin() : await context.io.readFile(word), basename(file))
        for (const { name, parsed } of parts) {
          const shown = parts.length === 1 ? file : join(file, name)
          if (!parsed.ok) {
            failed = true
            context.io.stderr(`${shown}: ${parsed.detail[context.locale]} (${parsed.reason})\n`)
            continue
          }
          for (const warning of parsed.warnings) context.io.stderr(`${shown}: ${warning[context.locale]}\n`)
          const reading = readDocument(parsed.text, { published: published ?? parsed.publishedOn ?? undefined })
          print(context, shown, reading.text, checkReading(reading))
        }
      } catch (error) {
        failed = true
        context.io.stderr(`${file}: ${fileTrouble(error, context.locale)}\n`)
      }
    }
    return failed ? 1 : 0
  },
}

function print(context: CommandContext, file: string, text: string, findings: readonly Finding[]): void {
  const { io, locale } = context
  if (optionFlag(context, 'json') || !io.terminal) {
    const shown = findings.map((one) => ({
      ...one,
      witnesses: one.witnesses.map((word) => ({
        ...word,
        quote: text.slice(word.start, word.end),
        words: text.slice(word.sentence.start, word.sentence.end),
      })),
    }))
    io.stdout(`${JSON.stringify({ doc: file, findings: shown })}\n`)
    return
  }
  const lines = [file]
  if (findings.length === 0) lines.push(`  ${wordsIn(context)('어긋나는 것이 없습니다', 'nothing odd')}`)
  for (const one of findings) {
    lines.push(`  ${one.outcome === 'holds' ? '✓' : '!'} ${one.title[locale]}`, `      ${ruleOf(one.rule).name[locale]} · ${one.detail[locale]}`)
    for (const sentence of new Set(one.witnesses.map((word) => text.slice(word.sentence.start, word.sentence.end).replace(/\s+/g, ' ').trim())))
      lines.push(`      “${sentence.slice(0, 160)}${sentence.length > 160 ? '…' : ''}”`)
  }
  io.stdout(`${lines.join('\n')}\n`)
}
