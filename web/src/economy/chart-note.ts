import { createContext } from 'react'

/** 그림의 출처: where the numbers of the charts beneath are from. It goes with every picture that is taken along, and a made-up series says so in its name. */
export interface ChartSource {
  readonly source: string
  readonly synthetic: boolean
}

export const ChartNote = createContext<ChartSource | null>(null)
