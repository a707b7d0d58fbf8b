import { type Candidate, candidateParts } from '#engines/economy/city/candidates'
import { useLocale } from '#web/shell/locale'
import { useTexts } from '#web/shell/texts'
import { ChartFrame, PAPER } from '../economy/chart-frame.tsx'
import { widthOf, wrapped } from '../economy/text-width.ts'
import type { Shown } from './analysis-frame.tsx'
import { industryName } from './industry-name.ts'
import { plain } from './numbers.ts'
import { structureTexts } from './texts-structure.ts'

type Given = Pick<Shown<'structure'>, 'of' | 'report'> & { ranked: readonly Candidate[] }

/** Colours of the parts, in the order of the weights. */
export const partFills = ['var(--s-1)', 'var(--s-2)', 'var(--s-5)', 'var(--s-3)', 'var(--st-2)', 'var(--line-3)'] as const
const SHOWN = 12
const SMALL = 12.5
const LINE = 18

/** 후보의 점수: each candidate's score as the sum of its parts, with the industries here that are near to it. */
export function CandidateChart({ of, report, ranked }: Given) {
  const texts = useTexts(structureTexts)
  const locale = useLocale()
  const near = (id: string) => (report.near[id] ?? []).map((one) => industryName(of, one, locale)).join(', ')
  return (
    <ChartFrame
      name={texts.candidates}
      draw={(width) =>
        width === PAPER ? (
          Array.from({ length: Math.ceil(Math.min(SHOWN, ranked.length) / 3) }, (_, k) => (
            <Drawing key={ranked[3 * k]!.industry} of={of} report={report} ranked={ranked.slice(3 * k, Math.min(SHOWN, 3 * k + 3))} width={width} />
          ))
        ) : (
          <Drawing of={of} report={report} ranked={ranked.slice(0, SHOWN)} width={Math.min(width, 830)} />
        )
      }
      breaks
      head={[texts.industry, texts.rank, texts.score, texts.scoreMost, ...candidateParts.map((part) => texts.parts[part]!), texts.near]}
      rows={ranked.map((one) => [
        industryName(of, one.industry, locale),
        one.rank,
        Number(one.score.toFixed(1)),
        Number(one.scoreAtMost.toFixed(1)),
        ...candidateParts.map((part) => (one.points[part] === null ? null : Number(one.points[part]!.toFixed(1)))),
        near(one.industry) || texts.noneNear,
      ])}
      caption={ranked.length > SHOWN ? texts.candidatesMore(String(SHOWN), String(ranked.length)) : undefined}
    />
  )
}

function Drawing({ of, report, ranked, width }: Given & { width: number }) {
  const texts = useTexts(structureTexts)
  const locale = useLocale()
  const left = 26
  const right = width - 1
  const score = (one: Candidate) =>
    one.scoreAtMost - one.score > 0.05
      ? texts.atLeast(plain(one.score, locale, 1), plain(one.scoreAtMost, locale, 1))
      : texts.points(plain(one.score, locale, 1))
  let end = 0
  const placed = ranked.map((one) => {
    let [x, line] = [left, 0]
    const parts = candidateParts.map((part, i) => {
      const value = one.points[part]
      const text = value === null ? texts.unknownPart(texts.parts[part]!) : `${texts.parts[part]} ${plain(value, locale, 1)}`
      const wide = 14 + widthOf(text, SMALL)
      if (x > left && x + wide > right) [x, line] = [left, line + 1]
      const at = { part, text, fill: partFills[i]!, x, line }
      x += wide + 14
      return at
    })
    const names = (report.near[one.industry] ?? []).map((id) => industryName(of, id, locale)).join(', ') || texts.noneNear
    const near = wrapped(`${texts.near}: ${names}`, right - left, SMALL)
    const y = end
    end += 50 + (line + 1 + near.length) * LINE + 8
    return { one, y, parts, near, lines: line + 1 }
  })
  return (
    <svg
      className="ch"
      viewBox={`0 0 ${width} ${end + 1}`}
      role="img"
      lang={locale}
      aria-label={ranked.map((one) => `${one.rank} ${industryName(of, one.industry, locale)} ${score(one)}`).join(', ')}
    >
      {placed.map(({ one, y, parts, near, lines }) => {
        let reached = left
        return (
          <g key={one.industry}>
            <path className="gr" d={`M0 ${y + 0.5}H${width}`} />
            <text className="tk" x={0} y={y + 24} fontWeight="600">
              {one.rank}
            </text>
            <text className="lb" x={left} y={y + 24} fontSize="14.5">
              {industryName(of, one.industry, locale)}
            </text>
            <text className="lb" x={right} y={y + 24} textAnchor="end" fontSize="14.5">
              {score(one)}
            </text>
            <rect className="band2" x={left} y={y + 33} width={right - left} height={12} />
            {candidateParts.map((part, i) => {
              const wide = ((right - left) * (one.points[part] ?? 0)) / 100
              const x = reached
              reached += wide
              return wide > 0 ? <rect key={part} x={x} y={y + 33} width={Math.max(0.5, wide - 1)} height={12} fill={partFills[i]} /> : null
            })}
            <path d={`M${left} ${y + 33}v12`} stroke="var(--ink)" strokeWidth="1.5" />
            {parts.map((at) => (
              <g key={at.part}>
                <rect x={at.x} y={y + 52 + at.line * LINE} width={9} height={9} fill={at.fill} />
                <text className="tk" x={at.x + 14} y={y + 61 + at.line * LINE}>
                  {at.text}
                </text>
              </g>
            ))}
            {near.map((text, i) => (
              <text key={text} x={left} y={y + 61 + (lines + i) * LINE} fontSize={SMALL}>
                {text}
              </text>
            ))}
          </g>
        )
      })}
      <path className="gr" d={`M0 ${end + 0.5}H${width}`} />
    </svg>
  )
}
