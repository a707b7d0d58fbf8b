import { noteInKorean } from '#engines/economy/korean-refusals'
import type { Answer } from '../service/answer.ts'

type Locale = 'ko' | 'en'
/** How a line is written in one language: words in both, shares, numbers. */
interface Writing {
  readonly say: (ko: string, en: string) => string
  readonly percent: (share: number | null | undefined, places?: number) => string
  readonly plain: (value: number, places?: number) => string
  /** Korean words for a name of the report; in English the name itself. */
  /** The name of an industry by its id, where the case gave one. */
  readonly named: (id: string) => string
  readonly word: (words: Readonly<Record<string, string>>, name: string) => string
}

function writingOf(locale: Locale): Omit<Writing, 'named'> {
  const say = (ko: string, en: string): string => (locale === 'ko' ? ko : en)
  return {
    say,
    percent: (share, places = 1) => (share == null ? say('모름', 'not known') : `${(100 * share).toFixed(places)}%`),
    plain: (value, places = 0) => new Intl.NumberFormat(locale, { maximumFractionDigits: places, minimumFractionDigits: places }).format(value),
    word: (words, name) => (locale === 'ko' ? (words[name] ?? name) : name),
  }
}

/** 답을 줄글로: what a person at a terminal reads, in the language of the terminal. */
export function linesOf(answer: Answer, locale: Locale = 'ko', names: ReadonlyMap<string, string> = new Map()): string[] {
  const writing = { ...writingOf(locale), named: (id: string) => names.get(id) ?? id }
  const own = of[answer.kind](answer as never, writing)
  return [...own, ...answer.basis.warnings.map((one) => writing.say(`주의: ${noteInKorean(one)}`, `note: ${one}`))]
}

const parts = { relatedness: '관련성', complexity: '복잡성', growth: '성장', chain: '빈 고리', land: '땅', power: '전력' }
const rules = {
  cusum: '이 경보',
  'cusum-plain': '앞 달의 영향을 덜지 않은 CUSUM',
  'year-on-year': '한 해 전과 견줌',
  'three-falls': '석 달 연속 하락',
}
const sources = { trend: '추세', pipeline: '약속' }

const of: { [K in Answer['kind']]: (answer: Extract<Answer, { kind: K }>, writing: Writing) => string[] } = {
  structure: ({ report }, { say, percent, plain, word, named }) => [
    `${report.name} (${report.from}–${report.to})  ${plain(report.total.from)} → ${plain(report.total.to)}, ${say(`한 해 ${percent(report.total.growth)}`, `${percent(report.total.growth)} a year`)}`,
    say('유치 후보 (점수 = 부분 점수의 합)', 'industries to attract (score = sum of its parts)'),
    ...report.candidates.slice(0, 10).map((one) => {
      const points = Object.entries(one.points).map(
        ([part, value]) => `${word(parts, part)} ${value === null ? say('모름', 'not known') : value.toFixed(1)}`,
      )
      const atLeast = one.scoreAtMost > one.score
      return `${one.rank}. ${named(one.industry)}\t${say(`${one.score.toFixed(1)}${atLeast ? '점 이상' : '점'}`, `${atLeast ? 'at least ' : ''}${one.score.toFixed(1)}`)}\t${points.join(' + ')}`
    }),
  ],
  chain: ({ report }, { say, percent, plain }) => [
    say(
      `${report.name}: 자급률 ${percent(report.completeness)}${report.completenessAtLeast ? ' 이상' : ''}`,
      `${report.name}: self-supply ${report.completenessAtLeast ? 'at least ' : ''}${percent(report.completeness)}`,
    ),
    ...report.missing.map((id) => {
      const node = report.nodes.find((one) => one.id === id)!
      const who = node.candidates.slice(0, 3).map((one) => one.name)
      const gap = `${plain(node.gap, 1)} ${report.unit}`
      return say(
        `${node.state === 'missing' ? '빠짐' : '약함'}\t${node.name}\t모자람 ${gap}\t후보: ${who.length > 0 ? who.join(', ') : '명부에 없음'}`,
        `${node.state}\t${node.name}\tgap ${gap}\tcandidates: ${who.length > 0 ? who.join(', ') : 'none known'}`,
      )
    }),
  ],
  warning: ({ report }, { say, percent, word }) => [
    say(
      `${report.name}: ${verdicts[report.verdict].ko} (조용한 한 해에 헛울릴 확률 ${percent(report.falseAlarmsPerYear)}, 계열 ${report.watchedTogether}개)`,
      `${report.name}: ${verdicts[report.verdict].en} (chance that a quiet year alarms ${percent(report.falseAlarmsPerYear)}, ${report.watchedTogether} series)`,
    ),
    ...report.series.map((one) => {
      if (one.warning === null) {
        const why = one.problem?.message ?? ''
        return say(`${one.id}\t읽지 못함: ${noteInKorean(why)}`, `${one.id}\tnot readable: ${why}`)
      }
      const { status, firstAlarm, breakMonth, fall, threeFalls } = one.warning
      const press =
        threeFalls === null
          ? say('석 달 연속 하락 없음', 'no three falls in a row')
          : say(`석 달 연속 하락 ${threeFalls}`, `three falls in a row ${threeFalls}`)
      if (status === 'alarm')
        return say(
          `${one.id}\t경보 ${firstAlarm}\t꺾인 달 ${breakMonth}\t변화 ${fall!.toFixed(2)}\t${press}`,
          `${one.id}\talarm ${firstAlarm}\tbreak ${breakMonth}\tchange ${fall!.toFixed(2)}\t${press}`,
        )
      return `${one.id}\t${status === 'quiet' ? say('조용함', 'quiet') : say('36개월이 안 됨', 'under 36 months')}\t${press}`
    }),
    ...report.rules.map((one) =>
      say(
        `규칙 ${word(rules, one.rule)}\t조용한 3년 헛울림 ${percent(one.falseInThreeYears, 0)}\t찾음 ${percent(one.found, 0)}\t중앙값 ${one.medianMonth ?? '없음'}달째`,
        `rule ${one.rule}\tfalse in three quiet years ${percent(one.falseInThreeYears, 0)}\tfound ${percent(one.found, 0)}\tmedian month ${one.medianMonth ?? 'none'}`,
      ),
    ),
  ],
  forecast: ({ report }, { say, percent, plain, word }) => {
    const { requiredPace, achievedPace, trend, pipeline } = report.forecast
    const from = report.chanceFrom === null ? say('판단할 수 없음', 'cannot be judged') : word(sources, report.chanceFrom)
    const short = pipeline?.medianShortfall ?? null
    return [
      say(
        `${report.name}: ${report.target.year}년 ${plain(report.target.value)} ${report.unit}, 가능성 ${percent(report.chance)} (${from})`,
        `${report.name}: ${plain(report.target.value)} ${report.unit} by ${report.target.year}, chance ${percent(report.chance)} (${from})`,
      ),
      say(
        `필요한 속도 한 해 ${percent(requiredPace)}, 지금까지 ${percent(achievedPace)}`,
        `pace needed ${percent(requiredPace)} a year, reached so far ${percent(achievedPace)}`,
      ),
      ...(trend
        ? [
            `${say('추세', 'trend')}: ${trend.level.map((one) => `${one.year} ${plain(one.value)} (${plain(one.low)}–${plain(one.high)})`).join(', ')}`,
          ]
        : []),
      ...(pipeline
        ? [
            say(
              `약속: 중앙값 ${plain(pipeline.median)}, 모자람 중앙값 ${short === null ? '없음' : plain(short)}`,
              `promises: median ${plain(pipeline.median)}, median shortfall ${short === null ? 'none' : plain(short)}`,
            ),
          ]
        : []),
      say(
        `지난 전망: 구간에 든 비율 ${percent(report.score.coverage)} (${report.score.intervals}개), 브라이어 ${report.score.brier?.toFixed(3) ?? '아직 없음'} (${report.score.chances}개)`,
        `past forecasts: inside their interval ${percent(report.score.coverage)} (${report.score.intervals}), Brier ${report.score.brier?.toFixed(3) ?? 'none yet'} (${report.score.chances})`,
      ),
    ]
  },
}

const verdicts = {
  falling: { ko: '내려가고 있습니다. 여느 흔들림보다 큽니다', en: 'falling, by more than it usually swings' },
  quiet: { ko: '여느 흔들림 안입니다', en: 'within its usual swings' },
  'insufficient-history': { ko: '36개월이 안 되어 단순 변화만 말합니다', en: 'less than 36 months: only the plain change is told' },
  unreadable: { ko: '읽지 못했습니다', en: 'not readable' },
} as const
