import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { EconomyError } from './economy-error.ts'
import { noteInKorean, refusalInKorean } from './korean-refusals.ts'

const root = join(import.meta.dirname, '../../..')

/** Parts of the library that no case, file or screen reaches: their refusals are for programmers. */
const forProgrammers =
  /engines\/economy\/(complexity\/relatedness\.ts|linkages|model\/(income-multipliers|spillover-feedback)|structure\/(bartik|concentration|diversity)|tables\/(adjust-prices|aggregate|gras-balance|ras-balance|split-domestic-import|sut-to-iot)|regional\/multiregional|algebra\/lu)/

/** Texts of an argument: a template is taken with a word in place of what it fills in; of a choice both. */
function textsOf(argument: string): string[] {
  return [...argument.matchAll(/'((?:[^'\\]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)].map((one) =>
    (one[1] ?? one[2]!).replace(/\$\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}/g, '가나'),
  )
}

/** The second and third argument of every EconomyError that the sources throw. */
function refusals(): { file: string; what: string[]; fix: string[] }[] {
  const files = ['src/engines/economy', 'src/capabilities/economy', 'src/capabilities/analyses'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => `${folder}/${file}`),
  )
  return files.flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8')
    return [...text.matchAll(/new EconomyError\(/g)].map((found) => {
      const parts = argumentsAt(text, found.index + found[0].length)
      return { file, what: textsOf(parts[1]!), fix: textsOf(parts[2]!) }
    })
  })
}

/** Arguments of a call, parted at its own commas. */
function argumentsAt(text: string, start: number): string[] {
  const parts: string[] = ['']
  const inside: string[] = []
  for (let i = start; i < text.length; i++) {
    const one = text[i]!
    const quote = inside.at(-1)
    if (one === '\\' && quote && `'"\``.includes(quote)) {
      parts[parts.length - 1] += one + text[++i]!
      continue
    }
    if (quote === '`' && one === '$' && text[i + 1] === '{') {
      inside.push('{')
      parts[parts.length - 1] += '${'
      i++
      continue
    }
    if (quote && `'"\``.includes(quote)) {
      if (one === quote) inside.pop()
    } else if (`'"\``.includes(one)) inside.push(one)
    else if ('([{'.includes(one)) inside.push(one)
    else if (')]}'.includes(one)) {
      if (inside.length === 0) return parts
      inside.pop()
    } else if (one === ',' && inside.length === 0) {
      parts.push('')
      continue
    }
    parts[parts.length - 1] += one
  }
  return parts
}

describe('refusals of the engine in Korean', () => {
  const all = refusals().filter((one) => !forProgrammers.test(one.file))

  test('there are refusals to look at', () => expect(all.length).toBeGreaterThan(90))

  test('every refusal that a case, a file or a screen can reach has its Korean, and so has what to do', () => {
    const silent = all.flatMap(({ file, what, fix }) =>
      what.flatMap((said) => {
        // an argument that is a variable has no words of its own here
        const todo = fix[0] ?? 'fill the cell'
        const { what: korean } = refusalInKorean({ message: `${said}; ${todo}`, fix: todo })
        const unsaid = fix.filter((one) => one !== '' && refusalInKorean({ message: one, fix: one }).fix === null)
        return [
          ...(/^expected/.test(said) && (korean === null || /\{\d\}/.test(korean)) ? [`${file}: ${said}`] : []),
          ...unsaid.map((one) => `${file} fix: ${one}`),
        ]
      }),
    )
    expect([...new Set(silent)]).toEqual([])
  })

  test('what was filled in stands in its place, with the particle that fits it', () => {
    const say = (what: string, fix: string) => refusalInKorean(new EconomyError('missing', what, fix))
    expect(say('expected a sector of the table in core, got "배"', 'use one of: 가 · 나')).toEqual({
      what: '만들 것 “배”는 표에 없는 업종입니다',
      fix: '이 가운데 하나를 쓰십시오: 가 · 나',
    })
    expect(say('expected a part of the list in core, got "라이다 모듈"', 'fill the cell').what).toBe('core: “라이다 모듈”은 목록에 없는 부품입니다')
    expect(say('expected a number in 국산거래표!D5, got an empty cell', 'fill the cell').what).toBe('국산거래표!D5: 수가 있어야 하는데 빈칸입니다')
    expect(say('nobody has said this', 'nor this')).toEqual({ what: null, fix: null })
    expect(noteInKorean('nobody has said this')).toBe('nobody has said this')
  })
})
