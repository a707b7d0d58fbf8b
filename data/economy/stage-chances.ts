import type { Phase } from '../stages.ts'

/**
 * 단계별 실현 가정: how likely a promise is to come true, and how late on average, by the phase it stands in. These are assumptions of ours, not statistics: an office that knows its own realisation rates
 * writes them into its analysis. One published figure to hold them to: of the jobs that 238 agreements with Gwangju of 2016 to September 2020 had named, 21.1 % had come by then (1,617 of 7,676;
 * 한국경제(연합뉴스) 2020-11-04).
 */
export interface StageChance {
  readonly phase: Phase
  readonly probability: number
  readonly meanSlipYears: number
  readonly rampYears: number
}

export const stageChances: readonly StageChance[] = [
  { phase: 'before', probability: 0.1, meanSlipYears: 2, rampYears: 3 },
  { phase: 'announced', probability: 0.3, meanSlipYears: 2, rampYears: 3 },
  { phase: 'committed', probability: 0.6, meanSlipYears: 1, rampYears: 2 },
  { phase: 'building', probability: 0.85, meanSlipYears: 0.5, rampYears: 2 },
]

/** What is said of the defaults where they are shown. */
export const defaultSource =
  '구슬의 가정 (통계가 아님). 견줄 값: 광주 2016–2020.9 협약 238건의 약속 일자리 가운데 21.1% 실현, 한국경제(연합뉴스) 2020-11-04'

/** Years from now after which a promise without a date is taken to begin. */
export const undatedStart = 3
