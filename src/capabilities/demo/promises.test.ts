import { expect, test } from 'vitest'
import { guseulPromises } from '#data/demo/guseul-promises'
import { fromPromises, particle } from '#data/demo/promises'
import { judgeStep } from '#engines/accounting/stage-rules'
import { readDocument } from '#engines/reading/read-document'

test('a particle follows the last syllable', () => {
  expect([particle('공장', '을', '를'), particle('센터', '을', '를'), particle('12조원', '이', '가')]).toEqual(['공장을', '센터를', '12조원이'])
})

const { digests, subjects, facts } = fromPromises(guseulPromises)

test('every step of an invented agreement is one that the rules allow with its own proof', () => {
  for (const subject of subjects.filter((one) => one.kind === 'project')) {
    let from: string | null = null
    let since: string | null = null
    for (const step of subject.stages!) {
      const filedAs = digests.find((one) => one.key === step.document)!.kind
      const verdict = judgeStep({
        machine: 'project',
        from,
        fromSince: since,
        to: step.to,
        on: step.occurred,
        today: '2026-11-22',
        evidence: { filedAs, proves: step.proof ?? null },
        reason: null,
      })
      expect(verdict.ok, `${subject.key}: ${step.to}`).toBe(true)
      expect(since === null || step.occurred! > since, `${subject.key}: ${step.to} follows what came before`).toBe(true)
      from = step.to
      since = step.occurred
    }
  }
})

test('the invented sentences say to our own reader what the facts say', () => {
  for (const digest of digests) {
    const read = readDocument(digest.sentences.join('\n'), { published: digest.publishedOn! })
    for (const fact of facts.filter((one) => one.document === digest.key))
      expect(
        read.commitments.some((one) => one.value !== null && Number(one.value) === Number(fact.value)),
        `${digest.sentences[fact.sentence]}: ${fact.mark}`,
      ).toBe(true)
  }
})
