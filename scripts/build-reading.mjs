// `gusul/reading`: the reader as one file that runs anywhere.
import { buildLibrary } from './build-library.mjs'

/** Build the library into `out`. */
export const buildReading = (root, out) => buildLibrary('reading', root, out)
