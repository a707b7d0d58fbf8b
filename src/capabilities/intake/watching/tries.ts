/** An item that fails is tried at each of the next looks, then once a day, then it is left alone until it changes or a person asks for a look. */
const soon = 3
const mostTries = 10
const day = 86_400_000

/** Whether an item is tried no more. */
export const isGivenUp = (tries: number): boolean => tries >= mostTries

/**
 * Whether an item that failed is tried again now.
 *
 * `isTriedAgain(1, 0, 600_000) // => true`
 * `isTriedAgain(3, 0, 600_000) // => false`
 * `isTriedAgain(3, 0, 90_000_000) // => true`
 */
export const isTriedAgain = (tries: number, lastAt: number, now: number): boolean => tries < soon || (!isGivenUp(tries) && now - lastAt >= day)
