/**
 * Cost a unit of text at ten times the length, for shapes that make careless readers quadratic (corpus/growth.json):
 * 1 is linear, 10 would be quadratic. Limit: 1.3 for the worst of the language.
 */
import { readFileSync } from 'node:fs'
import { readDocument } from '#engines/reading/read-document'
import { momentsIn } from '#engines/reading/temporal/scan-moment'
import { projectRoot } from '#support/server'

const shapes = JSON.parse(readFileSync(`${projectRoot}/corpus/growth.json`, 'utf8')) as Record<string, string[]>
const heads: Record<string, string> = { ko: '', en: 'The city plans more. ', zh: '该市计划推进。', ja: '同市は計画を進める。', moments: '' }

for (const [language, list] of Object.entries(shapes)) {
  const read = language === 'moments' ? momentsIn : (text: string) => readDocument(text, { published: '2026-02-10' })
  let worst = { ratio: 0, shape: '' }
  for (const shape of list) {
    const cost = (length: number): number => {
      const text = heads[language] + shape.repeat(Math.ceil(length / shape.length))
      let best = Number.POSITIVE_INFINITY
      for (let round = 0; round < 5; round++) {
        // processor time: what else the machine does is not the reader's
        const from = process.cpuUsage()
        read(text)
        const { user, system } = process.cpuUsage(from)
        best = Math.min(best, user + system)
      }
      return best / text.length
    }
    cost(8_000)
    const ratio = cost(80_000) / cost(8_000)
    if (ratio > worst.ratio) worst = { ratio, shape }
  }
  console.log(
    `${language}: worst cost a unit at ten times the length = ${worst.ratio.toFixed(2)} of the cost before (${JSON.stringify(worst.shape)}); limit 1.3`,
  )
}
