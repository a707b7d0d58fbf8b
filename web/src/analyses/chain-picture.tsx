import { useLocale } from '#web/shell/locale'
import { useTexts } from '#web/shell/texts'
import { ChartFrame } from '../economy/chart-frame.tsx'
import { fitted } from '../economy/text-width.ts'
import type { ReportOf } from './api.ts'
import { nameOf, percent, plain } from './numbers.ts'
import { chainTexts } from './texts-chain.ts'

type Report = ReportOf<'chain'>
type Node = Report['nodes'][number]

const ROW = 46

/** 가치사슬 그림: what is to be made on the right, what goes into it to the left; missing links are dashed. */
export function ChainPicture({ report }: { report: Report }) {
  const texts = useTexts(chainTexts)
  const locale = useLocale()
  const shown = drawn(report)
  const hidden = report.nodes.filter((one) => one.need > 0 || one.state === 'core').length - shown.nodes.length
  return (
    <ChartFrame
      name={report.name}
      draw={(width) => (width > 600 ? <Wide report={shown} width={width} /> : <Narrow report={shown} width={width} />)}
      head={[texts.part, texts.state, texts.need, texts.local, texts.gap, texts.self]}
      rows={report.nodes.map((one) => [
        nameOf(one, locale),
        texts.states[one.state] ?? one.state,
        Math.round(one.need * 10) / 10,
        (one.localAtLeast || one.state === 'unknown') && one.local === 0 ? null : one.local,
        Math.round(one.gap * 10) / 10,
        percent(one.selfSupply, locale, 0),
      ])}
      caption={hidden > 0 ? `${texts.caption} ${texts.smallHidden(String(hidden))}` : texts.caption}
    />
  )
}

/** Links below this share of all needs only blur the picture; a chain of products has none so small that it is left out. */
const SMALLEST = 0.005
const FEW = 40

/** What is drawn: of a chain of many links those that matter, and the flows among them. */
function drawn(report: Report): Report {
  const needed = report.nodes.filter((one) => one.need > 0 || one.state === 'core')
  const all = needed.reduce((sum, one) => sum + one.need, 0)
  const crowded = needed.length > FEW || report.flows.length > 4 * FEW
  const nodes = crowded ? needed.filter((one) => one.state === 'core' || one.need >= SMALLEST * all) : needed
  const ids = new Set(nodes.map((one) => one.id))
  const flows = report.flows.filter((one) => ids.has(one.from) && ids.has(one.to) && one.from !== one.to)
  // of many flows those into the core, and the large ones
  const core = new Set(nodes.filter((one) => one.state === 'core').map((one) => one.id))
  return { ...report, nodes, flows: crowded ? flows.filter((one) => core.has(one.to) || one.amount >= 4 * SMALLEST * all) : flows }
}

const look: Readonly<Record<Node['state'], { fill: string; stroke: string; dash?: string; ink?: string }>> = {
  core: { fill: 'var(--st-4)', stroke: 'var(--st-4)', ink: 'var(--paper)' },
  present: { fill: 'var(--st-2)', stroke: 'var(--st-edge)', ink: '#10203f' },
  weak: { fill: 'var(--paper)', stroke: 'var(--st-edge)' },
  unknown: { fill: 'var(--band-2)', stroke: 'var(--line-3)', dash: '2 3' },
  missing: { fill: 'var(--paper)', stroke: 'var(--bad)', dash: '5 4' },
}

function Wide({ report, width }: { report: Report; width: number }) {
  const texts = useTexts(chainTexts)
  const locale = useLocale()
  const tiers = columnsOf(report)
  const gap = width > 1000 ? 74 : 44
  const box = Math.min(232, (width - gap * (tiers.length - 1)) / tiers.length)
  const spread = tiers.length === 1 ? 0 : (width - box) / (tiers.length - 1)
  const height = 34 + Math.max(...tiers.map((one) => one.length)) * ROW
  const place = new Map<string, { x: number; y: number }>()
  tiers.forEach((nodes, tier) => {
    const x = width - box - tier * spread
    const top = 34 + (height - 34 - nodes.length * ROW) / 2
    nodes.forEach((one, i) => {
      place.set(one.id, { x, y: top + i * ROW })
    })
  })
  const largest = Math.max(1e-9, ...report.flows.map((one) => one.amount))
  return (
    <svg className="ch" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={texts.picture(spoken(report, locale, texts.states.missing!))}>
      {tiers.map((nodes, tier) =>
        nodes.length > 0 ? (
          <text key={texts.tier(tier)} className="un" x={width - box - tier * spread} y={14}>
            {texts.tier(tier)}
          </text>
        ) : null,
      )}
      {report.flows.map(({ from, to, amount }) => {
        const [a, b] = [place.get(from), place.get(to)]
        if (!a || !b) return null
        const [x1, y1, x2, y2] = [a.x + box, a.y + ROW / 2 - 4, b.x, b.y + ROW / 2 - 4]
        const bend = a.x < b.x ? (x2 - x1) / 2 : 40
        return (
          <path
            key={`${from} ${to}`}
            d={
              a.x < b.x
                ? `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`
                : `M${x1} ${y1}C${x1 + bend} ${y1} ${x1 + bend} ${y2} ${b.x + box} ${y2}`
            }
            fill="none"
            stroke="var(--thread)"
            strokeWidth={1 + 11 * Math.sqrt(amount / largest)}
            opacity="0.45"
          />
        )
      })}
      {report.nodes.map((one) => {
        const at = place.get(one.id)
        return at ? <Box key={one.id} node={one} x={at.x} y={at.y} width={box} /> : null
      })}
    </svg>
  )
}

function Narrow({ report, width }: { report: Report; width: number }) {
  const texts = useTexts(chainTexts)
  const locale = useLocale()
  let y = 0
  const drawn = columnsOf(report).flatMap((nodes, tier) => {
    if (nodes.length === 0) return []
    const head = { tier, y: y + 16 }
    y += 26
    const boxes = nodes.map((one) => {
      const at = y
      y += ROW
      return { one, at }
    })
    y += 10
    return [{ head, boxes }]
  })
  return (
    <svg className="ch" viewBox={`0 0 ${width} ${y}`} role="img" aria-label={texts.picture(spoken(report, locale, texts.states.missing!))}>
      {drawn.map(({ head, boxes }) => (
        <g key={head.tier}>
          <text className="un" x={0} y={head.y}>
            {texts.tier(head.tier)}
          </text>
          {boxes.map(({ one, at }) => (
            <Box key={one.id} node={one} x={1} y={at} width={width - 2} />
          ))}
        </g>
      ))}
    </svg>
  )
}

function Box({ node, x, y, width }: { node: Node; x: number; y: number; width: number }) {
  const texts = useTexts(chainTexts)
  const locale = useLocale()
  const { fill, stroke, dash, ink } = look[node.state]
  const height = ROW - 8
  const share = node.selfSupply === null ? 0 : node.selfSupply
  const word =
    node.state === 'core'
      ? plain(node.output, locale)
      : node.state === 'unknown'
        ? texts.states.unknown
        : `${percent(node.selfSupply, locale, 0)}${node.localAtLeast ? ` ${texts.atLeast}` : ''}`
  const small = width < 190
  const firms =
    node.suppliers.length > 0
      ? texts.counts(String(node.suppliers.length))
      : node.candidates.length > 0
        ? `${texts.candidates} ${texts.counts(String(node.candidates.length))}`
        : ''
  return (
    <g>
      <rect x={x} y={y} width={width} height={height} fill={fill} stroke={stroke} strokeWidth="1.5" strokeDasharray={dash} />
      {node.state === 'weak' ? <rect x={x} y={y + height - 5} width={Math.max(2, width * share)} height="5" fill="var(--st-3)" /> : null}
      <text x={x + 9} y={y + 16} fontSize="13" fontWeight="650" style={ink ? { fill: ink } : { fill: 'var(--ink)' }}>
        {fitted(nameOf(node, locale), small ? width - 16 : width - 70, 13)}
      </text>
      <text
        x={x + width - 9}
        y={small ? y + 30 : y + 16}
        textAnchor="end"
        fontSize={small ? '11.5' : '12.5'}
        style={{ fill: ink ?? (node.state === 'missing' ? 'var(--bad)' : 'var(--ink)') }}
      >
        {node.state === 'missing' && share === 0 ? texts.states.missing : word}
      </text>
      <text x={x + 9} y={y + 29} fontSize="11" style={{ fill: ink ?? 'var(--ink-3)' }}>
        {small ? fitted(firms, width - 72, 11) : firms}
      </text>
    </g>
  )
}

/** Tiers from the core on, each with the largest need first; parts that nothing needs are left out. */
function columnsOf(report: Report): Node[][] {
  const shown = report.nodes.filter((one) => one.need > 0 || one.state === 'core')
  const tiers: Node[][] = Array.from({ length: 1 + Math.max(...shown.map((one) => one.tier)) }, () => [])
  for (const one of shown) tiers[one.tier]!.push(one)
  for (const nodes of tiers) nodes.sort((a, b) => b.need - a.need)
  return tiers
}

const spoken = (report: Report, locale: 'ko' | 'en', missing: string): string =>
  `${missing}: ${report.nodes
    .filter((one) => one.state === 'missing')
    .map((one) => nameOf(one, locale))
    .join(', ')}`
