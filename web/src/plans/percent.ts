/**
 * 백분율: a share as a percentage with one decimal; null stays null.
 *
 * percentOf('0.35') // => '35.0%'
 */
export const percentOf = (share: string | null): string | null => (share === null ? null : `${(Number(share) * 100).toFixed(1)}%`)
