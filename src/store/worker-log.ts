import { Logger } from 'graphile-worker'

/** graphile-worker's log without its chatter: warnings and errors go to `write`, the rest nowhere. */
export function workerLogger(write: (message: string) => void): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error' || level === 'warning') write(message)
  })
}

/** A log that keeps nothing. */
export const silentLogger = workerLogger(() => {})
