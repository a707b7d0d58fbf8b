import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A labelled document of the shared reference material. */
export interface GoldDocument {
  id: string
  text: string
  labels: { mentions: GoldMention[]; commitments: Record<string, unknown>[] }
}

export interface GoldMention {
  text: string
  start: number
  end: number
  kind: string
  value: unknown
}

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** The folder of labelled documents beside the repository, or null where it is absent. */
export const goldFolder: string | null = existsSync(join(root, '..', 'shared', 'gold', 'score.mjs')) ? join(root, '..', 'shared', 'gold') : null

/** Why a test that needs the labelled documents is skipped. */
export const NO_GOLD = 'the labelled documents are not beside this repository (../shared/gold)'

/** The documents of a list in split.json. */
export function goldDocuments(list: string): GoldDocument[] {
  if (goldFolder === null) return []
  const split = JSON.parse(readFileSync(join(goldFolder, 'split.json'), 'utf8')) as Record<string, string[]>
  return split[list]!.map((id) => ({
    id,
    text: readFileSync(join(goldFolder!, 'docs', `${id}.txt`), 'utf8'),
    labels: JSON.parse(readFileSync(join(goldFolder!, 'labels', `${id}.json`), 'utf8')) as GoldDocument['labels'],
  }))
}

/** One line of the scorer's figures. */
export interface Tally {
  tp: number
  g: number
  p: number
}

/** What the scorer's `scoreDoc` returns. */
export interface Score {
  m: Record<string, Tally>
  c: Tally & { attr: Record<'subject' | 'due' | 'stage' | 'place', [number, number]> }
}

/** The scorer that belongs to the labels. */
export async function goldScorer(): Promise<{ scoreDoc: (text: string, gold: unknown, predicted: unknown) => Score }> {
  return (await import(join(goldFolder!, 'score.mjs'))) as { scoreDoc: (text: string, gold: unknown, predicted: unknown) => Score }
}

/** Precision and recall in one figure. `f1({ tp: 1, g: 1, p: 1 }) // => 1` */
export function f1({ tp, g, p }: Tally): number {
  const precision = p === 0 ? (g === 0 ? 1 : 0) : tp / p
  const recall = g === 0 ? 1 : tp / g
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
}
