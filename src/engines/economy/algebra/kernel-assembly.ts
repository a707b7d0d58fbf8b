import { panelFunctions } from './kernel-panel.ts'
import { blockFunctions } from './kernel-products.ts'
import { rowFunctions, sweepFunctions } from './kernel-rows.ts'
import { sparseFunctions } from './kernel-sparse.ts'
import { vectorFunctions } from './kernel-vectors.ts'
import { assemble } from './wasm-assembler.ts'

/**
 * The kernels, assembled from their instructions: the same bytes on every machine. `node scripts/kernel-bytes.mjs` writes them into kernel-bytes.ts, which is what runs
 * (assembling them in a page that has just opened would take longer than the first answer); a test holds the two together.
 */
export const assembled = () => {
  const factors = [...blockFunctions(), ...panelFunctions(), ...rowFunctions()]
  return {
    shocks: assemble([...rowFunctions(), ...sweepFunctions(), ...sparseFunctions(), ...vectorFunctions()]),
    factors: assemble(factors),
    shared: assemble(factors, true),
  }
}
