import { hash, verify } from '@node-rs/argon2'
import { invalid } from '#api/problem'
import { isCommonPassword } from './common-passwords.ts'

/** The fewest characters of a password. */
export const minimumLength = 10
/** The most characters that are read, so that nobody makes us hash a book. */
export const maximumLength = 200

// OWASP's first choice for argon2id (19 MiB, two passes, one lane); about 70 ms here.
const costs = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** Letters that look the same are the same: a password typed on a Mac and one typed on Windows differ in how Hangul is composed. */
const composed = (password: string): string => password.normalize('NFKC')

/** The argon2id hash of a password, with its salt and costs. */
export const hashPassword = (password: string): Promise<string> => hash(composed(password), costs)

let decoy: Promise<string> | undefined
/**
 * Whether a password belongs to a hash. Without a hash (nobody has this e-mail, or no password was set) the work is done all the same,
 * so that the time taken does not tell who has an account.
 */
export async function passwordFits(kept: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('no account has this password')
  const fits = await verify(kept ?? (await decoy), composed(password.slice(0, maximumLength)))
  return kept !== null && fits
}

/**
 * Refuse a password that would be guessed.
 *
 * @throws ProblemError 422 naming `path`: shorter than 10 characters, one of the common ones, or made of the person's own name or e-mail
 */
export function checkPassword(path: string, password: string, about: { email: string; name: string }): void {
  const text = composed(password)
  const length = [...text].length
  if (length < minimumLength)
    throw invalid(path, {
      ko: `${minimumLength}자 이상인 비밀번호 (지금 ${length}자)`,
      en: `A password of at least ${minimumLength} characters (now ${length})`,
    })
  if (text.length > maximumLength) throw invalid(path, { ko: `${maximumLength}자까지`, en: `At most ${maximumLength} characters` })
  const bare = text.toLowerCase()
  const own = [about.email, about.email.split('@')[0]!, about.name]
    .map((word) => word.toLowerCase().replaceAll(' ', ''))
    .filter((word) => word.length > 2)
  const left = own.reduce((rest, word) => rest.replaceAll(word, ''), bare.replaceAll(' ', ''))
  if (own.length > 0 && left.replace(/[\d!@#$%^&*._-]/g, '').length < 4 && left.length < bare.length)
    throw invalid(path, { ko: '이름이나 이메일이 아닌 비밀번호', en: 'A password that is not your name or e-mail' })
  if (isCommonPassword(bare))
    throw invalid(path, {
      ko: '남들이 흔히 쓰지 않는 비밀번호. 낱말 서너 개를 이어 보세요.',
      en: 'A password that is not a common one. Try three or four words in a row.',
    })
}
