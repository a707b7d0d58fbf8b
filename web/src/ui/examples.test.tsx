import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, describe, expect, test } from 'vitest'
import { localeValue } from '#web/shell/locale'
import type { Examples } from '#web/ui/kit/example'

const found = import.meta.glob<{ examples: Examples }>('./*/examples.tsx', { eager: true })
const components = import.meta.glob('./*/*.tsx')
const withoutLook = new Set(['brand', 'breadcrumb', 'theme', 'kit'])

afterEach(() => localeValue.set('ko'))

describe('the components', () => {
  test('every folder has examples', () => {
    const folders = new Set(Object.keys(components).map((file) => file.split('/')[1]!))
    const missing = [...folders].filter((folder) => !withoutLook.has(folder) && !(`./${folder}/examples.tsx` in found))
    expect(missing).toEqual([])
  })

  for (const [file, { examples }] of Object.entries(found)) {
    for (const example of examples.examples) {
      for (const locale of ['ko', 'en'] as const) {
        test(`${file.split('/')[1]}: ${example.name.en} is drawn in ${locale}`, () => {
          localeValue.set(locale)
          const Draw = example.draw
          const html = renderToStaticMarkup(<Draw />)
          expect(html).not.toMatch(/undefined|NaN|\[object/)
          // A hint or an error that a control points to must stand on the page.
          for (const [, ids] of html.matchAll(/aria-describedby="([^"]+)"/g)) for (const id of ids!.split(' ')) expect(html).toContain(`id="${id}"`)
          for (const [, id] of html.matchAll(/<label for="([^"]+)"/g)) expect(html).toContain(`id="${id}"`)
          // Only a bead is a button without words of its own, and it says what it opens.
          for (const [button] of html.matchAll(/<button[^>]*class="bead[^>]*>/g)) expect(button).toMatch(/aria-label="[^"]+"/)
        })
      }
    }
  }
})
