import type { Commitment, Slot } from '#engines/reading/reading'

/** Slots of a commitment, in the order in which they are explained. */
export const SLOTS = ['subject', 'indicator', 'what', 'place', 'start', 'due', 'stage'] as const

/** Slots of a step without an amount. */
export const EVENT_SLOTS = ['subject', 'what', 'place', 'date', 'stage'] as const

/** The slots of a commitment with their rules. */
export const slotsOf = (commitment: Commitment): Record<string, Slot<unknown>> => Object.fromEntries(SLOTS.map((name) => [name, commitment[name]]))
