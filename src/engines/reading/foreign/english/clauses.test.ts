import { expect, test } from 'vitest'
import type { Mention } from '../../reading.ts'
import { toMention } from '../mention.ts'
import { Named } from '../name.ts'
import { foreignQuantities } from '../quantities.ts'
import { verbGroups } from './clauses.ts'
import { englishNames } from './names.ts'
import { englishTokens } from './tokens.ts'

/** Each verb group of a sentence: its verb, how it stands, and who acts. */
function groups(text: string): string[] {
  const sentence = { start: 0, end: text.length }
  const figures: Mention[] = foreignQuantities(text, [sentence], null, 'en').map((found) => toMention(text, found))
  return verbGroups(englishTokens(text, sentence, englishNames(text, 0, text.length, new Named()), figures), text).map(
    ({ verb, mode, done, going, passive, denied, actor }) =>
      [
        verb.lemma,
        mode,
        done ? 'done' : going ? 'going' : '-',
        ...(passive ? ['passive'] : []),
        ...(denied ? ['denied'] : []),
        actor.name?.value ?? actor.kind,
      ].join(' '),
  )
}

test.each<[string, string[]]>([
  ['Norvane Cells will put 300 billion won into a plant in Gunsan.', ['put ahead - Norvane Cells']],
  ['Balden GmbH, which is to spend 80 million euros on a factory, will hire 150 people.', ['spend ahead - Balden GmbH', 'hire ahead - Balden GmbH']],
  [
    'Founded in 1998, Sorae Optics will move to Jeonju and bring 240 jobs.',
    ['found participle done passive Sorae Optics', 'move ahead - Sorae Optics', 'bring ahead - Sorae Optics'],
  ],
  [
    'The plant, for which Daram Foods has set aside 22 billion won, is being built.',
    ['set finite done Daram Foods', 'build finite going passive thing'],
  ],
  ['An investment of 60 billion won was announced on Monday by Taeyul Steel.', ['announce finite done passive Taeyul Steel']],
  ['"We will invest 22 billion won," Daram Foods CEO Lee Bo-ram said.', ['invest ahead - Daram Foods', 'say finite done Daram Foods']],
  ['Norvane Cells said it would bring 400 jobs to the valley.', ['say finite done Norvane Cells', 'bring ahead - Norvane Cells']],
  ['Sorae Optics is not going to build the 200 billion won plant.', ['build ahead - denied Sorae Optics']],
  ['Saebit Chemical plans to expand its 30,000-square-meter works.', ['plan finite - Saebit Chemical', 'expand ahead - Saebit Chemical']],
  ['The consortium led by Baram Wind has begun work.', ['begin finite done Baram Wind']],
  ['The plan for new building projects in the city.', []],
])('%s', (text, expected) => expect(groups(text)).toEqual(expected))
