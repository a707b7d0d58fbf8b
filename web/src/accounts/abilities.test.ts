import { expect, test } from 'vitest'
import { allowed } from '#api/permission'
import { roles } from '#record/membership'
import { abilities, abilityNames, roleOrder } from './abilities.ts'
import { accountTexts } from './texts.ts'

test('the table of roles says what the server does', () => {
  expect(Object.fromEntries(abilities.map((one) => [one.permission, [...one.roles]]))).toEqual(
    Object.fromEntries(abilities.map((one) => [one.permission, [...allowed[one.permission]]])),
  )
  expect(abilities.map((one) => one.permission)).toEqual(Object.keys(abilityNames))
})

test('every role of the record can be chosen', () => expect(roleOrder).toEqual(roles))

test('every line has words in both languages', () => {
  for (const { permission } of abilities)
    for (const locale of ['ko', 'en'] as const) expect(accountTexts[locale].abilities[permission].length).toBeGreaterThan(2)
})
