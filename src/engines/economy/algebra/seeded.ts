/** A stream of numbers in [0, 1) that a seed decides (mulberry32): the same seed gives the same stream on every machine. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Numbers of the standard normal distribution from a stream of even ones (Box & Muller 1958). `Number.isFinite(normalOf(seeded(1))()) // => true` */
export function normalOf(even: () => number): () => number {
  let kept: number | null = null
  return () => {
    if (kept !== null) {
      const value = kept
      kept = null
      return value
    }
    const radius = Math.sqrt(-2 * Math.log(1 - even()))
    const angle = 2 * Math.PI * even()
    kept = radius * Math.sin(angle)
    return radius * Math.cos(angle)
  }
}
