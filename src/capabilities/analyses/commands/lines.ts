import type { Answer } from '../service/answer.ts'

const percent = (share: number | null | undefined, places = 1): string => (share == null ? '모름' : `${(100 * share).toFixed(places)}%`)
const plain = (value: number, places = 0): string =>
  new Intl.NumberFormat('ko', { maximumFractionDigits: places, minimumFractionDigits: places }).format(value)

/** 답을 줄글로: what a person at a terminal reads. */
export function linesOf(answer: Answer): string[] {
  const own = of[answer.kind](answer as never)
  return [...own, ...answer.basis.warnings.map((one) => `주의: ${one}`)]
}

const of: { [K in Answer['kind']]: (answer: Extract<Answer, { kind: K }>) => string[] } = {
  structure: ({ report }) => [
    `${report.name} (${report.from}–${report.to})  ${plain(report.total.from)} → ${plain(report.total.to)}, 한 해 ${percent(report.total.growth)}`,
    '유치 후보 (점수 = 부분 점수의 합)',
    ...report.candidates.slice(0, 10).map((one) => {
      const points = Object.entries(one.points).map(([part, value]) => `${part} ${value === null ? '모름' : value.toFixed(1)}`)
      return `${one.rank}. ${one.industry}\t${one.score.toFixed(1)}${one.scoreAtMost > one.score ? '점 이상' : '점'}\t${points.join(' + ')}`
    }),
  ],
  chain: ({ report }) => [
    `${report.name}: 자급률 ${percent(report.completeness)}${report.completenessAtLeast ? ' 이상' : ''}`,
    ...report.missing.map((id) => {
      const node = report.nodes.find((one) => one.id === id)!
      const who = node.candidates.slice(0, 3).map((one) => one.name)
      return `${node.state === 'missing' ? '빠짐' : '약함'}\t${node.name}\t모자람 ${plain(node.gap, 1)} ${report.unit}\t후보: ${who.length > 0 ? who.join(', ') : '명부에 없음'}`
    }),
  ],
  warning: ({ report }) => [
    `${report.name}: ${verdicts[report.verdict]} (조용한 한 해에 헛울릴 확률 ${percent(report.falseAlarmsPerYear)}, 계열 ${report.watchedTogether}개)`,
    ...report.series.map((one) => {
      if (one.warning === null) return `${one.id}\t읽지 못함: ${one.problem?.message ?? ''}`
      const { status, firstAlarm, breakMonth, fall, threeFalls } = one.warning
      const press = threeFalls === null ? '석 달 연속 하락 없음' : `석 달 연속 하락 ${threeFalls}`
      return status === 'alarm'
        ? `${one.id}\t경보 ${firstAlarm}\t꺾인 달 ${breakMonth}\t변화 ${fall!.toFixed(2)}\t${press}`
        : `${one.id}\t${status === 'quiet' ? '조용함' : '36개월이 안 됨'}\t${press}`
    }),
    ...report.rules.map(
      (one) =>
        `규칙 ${one.rule}\t조용한 3년 헛울림 ${percent(one.falseInThreeYears, 0)}\t찾음 ${percent(one.found, 0)}\t중앙값 ${one.medianMonth ?? '없음'}달째`,
    ),
  ],
  forecast: ({ report }) => [
    `${report.name}: ${report.target.year}년 ${plain(report.target.value)} ${report.unit}, 가능성 ${percent(report.chance)} (${report.chanceFrom ?? '판단할 수 없음'})`,
    `필요한 속도 한 해 ${percent(report.forecast.requiredPace)}, 지금까지 ${percent(report.forecast.achievedPace)}`,
    ...(report.forecast.trend
      ? [`추세: ${report.forecast.trend.level.map((one) => `${one.year} ${plain(one.value)} (${plain(one.low)}–${plain(one.high)})`).join(', ')}`]
      : []),
    ...(report.forecast.pipeline
      ? [
          `약속: 중앙값 ${plain(report.forecast.pipeline.median)}, 모자람 중앙값 ${report.forecast.pipeline.medianShortfall === null ? '없음' : plain(report.forecast.pipeline.medianShortfall)}`,
        ]
      : []),
    `지난 전망: 구간에 든 비율 ${percent(report.score.coverage)} (${report.score.intervals}개), 브라이어 ${report.score.brier?.toFixed(3) ?? '아직 없음'} (${report.score.chances}개)`,
  ],
}

const verdicts = {
  falling: '내려가고 있습니다. 여느 흔들림보다 큽니다',
  quiet: '여느 흔들림 안입니다',
  'insufficient-history': '36개월이 안 되어 단순 변화만 말합니다',
  unreadable: '읽지 못했습니다',
} as const
