import { josa as attach } from 'es-hangul'
import { type Locale, localeValue, useLocale } from './locale.ts'

/** What a dictionary may hold: a text, a function that makes one, or a group of these. */
export interface Dictionary {
  // biome-ignore lint/suspicious/noExplicitAny: the parameters of a text are its own; `any` lets each keep them
  [key: string]: string | ((...values: any[]) => string) | Dictionary
}
export type Texts<T extends Dictionary> = Record<Locale, T>

/**
 * 글: the texts of a capability in every language. The Korean texts give the shape; a key that is missing or left over in another language,
 * or a function with other parameters, does not compile.
 *
 * ```ts
 * export const texts = defineTexts({
 *   ko: { title: '투자 사업', accepted: (name: string) => `${josa(name, '을/를')} 받아들였습니다` },
 *   en: { title: 'Projects', accepted: (name) => `Accepted ${name}` },
 * })
 * ```
 */
export function defineTexts<T extends Dictionary>(texts: { ko: T } & { [L in Exclude<Locale, 'ko'>]: NoInfer<T> }): Texts<T> {
  return texts as Texts<T>
}

type Joined<D extends readonly Dictionary[]> = D extends readonly [infer First extends Dictionary, ...infer Rest extends Dictionary[]]
  ? First & Joined<Rest>
  : unknown

/** 글 모음: the texts of one capability that stand in several files, as one. */
export function joinTexts<D extends Dictionary[]>(...parts: { [K in keyof D]: Texts<D[K]> }): Record<Locale, Joined<D>> {
  const all = parts as unknown as Texts<Dictionary>[]
  const joined = (locale: Locale) => Object.assign({}, ...all.map((part) => part[locale])) as Joined<D>
  return { ko: joined('ko'), en: joined('en') }
}

/** The texts in the language in use, inside a component. */
export function useTexts<T extends Dictionary>(texts: Texts<T>): T {
  return texts[useLocale()]
}

/** The texts in the language in use, outside a component (in an event, in a query). */
export function textsNow<T extends Dictionary>(texts: Texts<T>): T {
  return texts[localeValue.get()]
}

/** A word of the record in both languages, such as `{nameKo, nameEn}` of an office; the Korean one serves where there is no English one. */
export function nameIn(locale: Locale, named: { nameKo: string; nameEn?: string | null }): string {
  return locale === 'en' ? named.nameEn || named.nameKo : named.nameKo
}

export type JosaPair =
  | '을/를'
  | '이/가'
  | '은/는'
  | '와/과'
  | '으로/로'
  | '이나/나'
  | '이란/란'
  | '아/야'
  | '이랑/랑'
  | '이에요/예요'
  | '으로서/로서'
  | '으로써/로써'
  | '으로부터/로부터'

/**
 * 조사: a word with the particle its last sound asks for. A word that ends in a digit is judged by how the digit is read; one that ends in
 * another letter or in a closing bracket by the last syllable before it, and without any Hangul the form after a vowel is taken.
 *
 * josa('사업', '을/를') // => '사업을'
 */
export function josa(word: string, pair: JosaPair): string {
  const sounded = word.replace(/[\s)\]」』》〉"'”’.]+$/u, '').replace(/\([^()]*$/u, '')
  const last = sounded.at(-1) ?? ''
  const read = /\d/.test(last) ? digitSounds[Number(last)]! : /[가-힣]/.test(last) ? last : /[lmnr]/i.test(last) ? '엘' : '이'
  return word + attach(read === '엘' && pair !== '으로/로' && /[mn]/i.test(last) ? '은' : read, pair as '을/를').slice(1)
}
const digitSounds = ['영', '일', '이', '삼', '사', '오', '육', '칠', '팔', '구'] as const
