/** Stems that people build passwords from: with digits and signs before or behind they stay easy to guess. */
const stems = [
  'password',
  'passwort',
  'passw0rd',
  'p@ssword',
  'p@ssw0rd',
  'qwerty',
  'qwertyuiop',
  'asdfgh',
  'asdfghjkl',
  'zxcvbnm',
  'iloveyou',
  'letmein',
  'welcome',
  'administrator',
  'admin',
  'superuser',
  'changeme',
  'default',
  'secret',
  'login',
  'monkey',
  'dragon',
  'football',
  'baseball',
  'sunshine',
  'princess',
  'master',
  'korea',
  'seoul',
  'republic',
  'samsung',
  'namyangju',
  'gwangju',
  'ansan',
  'gusul',
  'test',
  'guest',
  'user',
  // Korean words typed with the keyboard left in Latin letters: 비밀번호, 사랑해, 안녕하세요, 대한민국, 관리자, 구슬
  'qlalfqjsgh',
  'tkfkdgo',
  'dkssudgktpdy',
  'eogksalsrnr',
  'rhksflwk',
  'rntmf',
  '비밀번호',
  '사랑해',
  '안녕하세요',
  '대한민국',
  '관리자',
  '구슬',
  '남양주',
]
const rows = [
  '1234567890',
  '0987654321',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1q2w3e4r5t6y7u8i9o0p',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  'qazwsxedcrfvtgbyhnujm',
]

/**
 * Whether a password is one that guessers try first: one sign repeated, a row of the keyboard, a short piece repeated, or a common word with digits around it.
 *
 * isCommonPassword('password123!') // => true
 * isCommonPassword('tulip-ladder-river') // => false
 */
export function isCommonPassword(password: string): boolean {
  const text = password.toLowerCase().normalize('NFKC')
  const letters = text.replace(/[\s!@#$%^&*()_+=.,?~'"-]/g, '')
  if (letters === '') return true
  if (new Set(letters).size <= 2) return true
  if (rows.some((row) => (row + row).includes(letters) || [...row].reverse().join('').repeat(2).includes(letters))) return true
  if (/^(.{1,6})\1+$/u.test(letters)) return true
  const core = letters.replace(/\d+/g, '')
  return core.length <= 2 ? /^\d*\D{0,2}\d*$/.test(letters) && isDateOrRun(letters) : stems.some((stem) => core === stem || core === stem + stem)
}

/** Digits that are a telephone number, a date or a run such as 2026112220261122 or 0102030405. */
function isDateOrRun(text: string): boolean {
  const digits = text.replace(/\D/g, '')
  return /^(010|02|031)\d{7,8}$/.test(digits) || /^((19|20)\d{6}){1,2}\d{0,2}$/.test(digits) || new Set(digits).size <= 4
}
