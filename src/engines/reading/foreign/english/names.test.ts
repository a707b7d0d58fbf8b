import { expect, test } from 'vitest'
import { readDocument } from '../../read-document.ts'

const NAMES: ReadonlySet<string> = new Set(['organisation', 'place', 'person'])

test.each<[string, string[]]>([
  [
    "Haeun Province said Germany's Balden and Belgium's Umarel will invest a combined 350 million euros in Dangjin by 2027.",
    ['organisation:Haeun Province', 'place:Germany', 'organisation:Balden', 'place:Belgium', 'organisation:Umarel', 'place:Dangjin'],
  ],
  [
    'Air Merid Korea will build a hydrogen plant at the Yeosu National Industrial Complex, Yeosu Mayor Jeong Gi-rak said.',
    ['organisation:Air Merid Korea', 'place:Yeosu National Industrial Complex', 'place:Yeosu', 'person:Jeong Gi-rak'],
  ],
  [
    'Norel Technical Center Korea, Saehan Mobile and the city of Ulsan agreed to set up a battery pack line.',
    ['organisation:Norel Technical Center Korea', 'organisation:Saehan Mobile', 'organisation:Ulsan'],
  ],
  ['Østra said its wind project off Ongjin County will cost about 8 trillion won.', ['organisation:Østra', 'place:Ongjin County']],
  [
    'The Ministry of Trade, Industry and Energy and KOTRA will host an investment week in Seoul.',
    ['organisation:Ministry of Trade, Industry and Energy', 'organisation:KOTRA', 'place:Seoul'],
  ],
  [
    'The zone attracted $520 million from Denmark-based Marsk and local firm Dongun Logistics.',
    ['organisation:Marsk', 'organisation:Dongun Logistics'],
  ],
  [
    'Byeolbit Development and Investment Agency Administrator Kim Kyung-rae met them in Gunsan.',
    ['organisation:Byeolbit Development and Investment Agency', 'person:Kim Kyung-rae', 'place:Gunsan'],
  ],
  [
    'Nabi Cloud, the state-run Korea Water Resources Corporation and Chuncheon City will build a data center.',
    ['organisation:Nabi Cloud', 'organisation:Korea Water Resources Corporation', 'organisation:Chuncheon City'],
  ],
  [
    'Among the guests were Deputy Mayor of Yeosu Kang Na-ri, and Oh Bo-ram, Vice Governor of Haeun Province.',
    ['place:Yeosu', 'person:Kang Na-ri', 'person:Oh Bo-ram', 'place:Haeun Province'],
  ],
  [
    'It signed with six companies - HNTC, NARUWON, Saean P&C, BYEOL S-FORM, UMARIGM and Norvelt Dynamo Corporation.',
    [
      'organisation:HNTC',
      'organisation:NARUWON',
      'organisation:Saean P&C',
      'organisation:BYEOL S-FORM',
      'organisation:UMARIGM',
      'organisation:Norvelt Dynamo Corporation',
    ],
  ],
  [
    'Haeun-do (North Haeun Province) opened the 2nd Saebit Industrial Complex and the Norang industrial complex.',
    ['organisation:Haeun-do', 'organisation:North Haeun Province', 'place:2nd Saebit Industrial Complex', 'place:Norang industrial complex'],
  ],
])('"%s" names whom it means', (text, expected) => {
  const names = readDocument(text, { published: '2026-02-10' }).mentions.filter((m) => NAMES.has(m.kind))
  expect(names.map((m) => `${m.kind}:${m.text}`)).toEqual(expected)
})
