import { createHash, randomBytes } from 'node:crypto'

/** What an API token begins with, so that a person and a leak scanner recognise one. */
export const tokenPrefix = 'gusul_'

/** A secret of 256 random bits in the letters of a web address. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** A new API token. `gusul_…` */
export const newToken = (): string => tokenPrefix + newSecret()

/** What we keep of a secret: its SHA-256. The secret itself has 256 random bits, so that a slow hash would add nothing. */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()
