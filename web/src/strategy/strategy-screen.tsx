import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { StrategyNode } from '#capabilities/strategy/schemas'
import { Button } from '#ui/button/button'
import { Empty } from '#ui/empty/empty'
import { Waiting } from '#ui/skeleton/skeleton'
import { IllustrativeTag } from '#ui/tag/tag'
import { useFormats } from '#web/shell/formats'
import { useOffice, useRole } from '#web/shell/session'
import { nameIn, useTexts } from '#web/shell/texts'
import { ProblemNote } from '../intake/problem-note.tsx'
import { read } from '../plans/api.ts'
import { useScreenClock } from '../plans/clock.tsx'
import { Download, Share } from '../plans/parts.tsx'
import { percentOf } from '../plans/percent.ts'
import { planTexts } from '../plans/texts.ts'
import { Sources } from '../portfolio/source.tsx'
import { Page } from '../shell/page.tsx'
import { type Asking, StrategyDialogs } from './dialogs.tsx'
import { strategyTexts } from './texts.ts'
import { YearsTable } from './years-table.tsx'

/** 전략 나무: every node with its progress, what it is made of, and its indicators year by year. */
export default function StrategyScreen() {
  const texts = useTexts(strategyTexts)
  const office = useOffice().slug
  const clock = useScreenClock()
  const mayWrite = useRole('administrator', 'head', 'officer') && !clock.past
  const search = useSearch({ strict: false }) as { node?: string }
  const [asking, setAsking] = useState<Asking | null>(null)
  const { data, error, isPending } = useQuery({
    queryKey: ['plans', office, 'strategy', clock.search],
    queryFn: () => read<{ items: StrategyNode[] }>(office, clock.at('/strategy')),
  })
  const items = data?.items ?? []
  useEffect(() => {
    if (search.node && data) document.getElementById(`node-${search.node}`)?.scrollIntoView({ block: 'start' })
  }, [search.node, data])
  return (
    <Sources>
      <Page
        title={texts.title}
        lead={texts.lead}
        tools={clock.control}
        actions={
          <>
            <Download path={clock.at('/exports/strategy.csv')} />
            {mayWrite ? (
              <>
                <Button onClick={() => setAsking({ kind: 'join' })}>{texts.join}</Button>
                <Button tone="primary" onClick={() => setAsking({ kind: 'node', level: 'vision', parent: null })}>
                  {texts.add.vision}
                </Button>
              </>
            ) : null}
          </>
        }
      >
        {clock.banner}
        <ProblemNote error={error} />
        {isPending ? <Waiting label={texts.title} rows={6} /> : null}
        {data && items.length === 0 ? <Empty title={texts.empty}>{texts.emptyLead}</Empty> : null}
        <Nodes items={items} parent={null} mayWrite={mayWrite} ask={setAsking} />
        {asking ? <StrategyDialogs asking={asking} items={items} onClose={() => setAsking(null)} /> : null}
      </Page>
    </Sources>
  )
}

interface Shown {
  items: readonly StrategyNode[]
  mayWrite: boolean
  ask: (asking: Asking) => void
}

function Nodes({ items, parent, mayWrite, ask }: Shown & { parent: string | null }) {
  return items
    .filter((one) => one.parentId === parent)
    .map((node) => (
      <div key={node.id}>
        <Node node={node} items={items} mayWrite={mayWrite} ask={ask} />
        <Nodes items={items} parent={node.id} mayWrite={mayWrite} ask={ask} />
      </div>
    ))
}

const headings = { vision: 'h2', strategy: 'h3', action: 'h4' } as const
const below = { vision: 'strategy', strategy: 'action', action: null } as const

function Node({ node, items, mayWrite, ask }: Shown & { node: StrategyNode }) {
  const texts = useTexts(strategyTexts)
  const plan = useTexts(planTexts)
  const { locale } = useFormats()
  const Heading = headings[node.level]
  const next = below[node.level]
  const coverage = node.progress.coverage
  return (
    <section className="pl-node" data-level={node.level} id={`node-${node.id}`} aria-labelledby={`nh-${node.id}`}>
      <header>
        <div>
          <span className="pl-level">
            {texts.levels[node.level]} · {plan.weight} {node.weight}
          </span>
          <Heading id={`nh-${node.id}`} className="pl-name">
            {nameIn(locale, node)} {node.illustrative ? <IllustrativeTag /> : null}
          </Heading>
        </div>
        <div>
          <Share share={node.progress.progress} none={plan.notMeasured} />
          {node.progress.progress !== null && coverage !== null && coverage !== '1' ? (
            <span className="pl-sub">{texts.coverage(percentOf(coverage) ?? '')}</span>
          ) : null}
        </div>
      </header>
      {node.progress.parts.length > 0 ? <Parts node={node} items={items} /> : null}
      {node.measures.length > 0 ? <YearsTable node={node} mayWrite={mayWrite} ask={ask} /> : null}
      {mayWrite ? (
        <p className="pl-act">
          <Button small onClick={() => ask({ kind: 'measure', node })}>
            {texts.addMeasure}
          </Button>
          {next ? (
            <Button small onClick={() => ask({ kind: 'node', level: next, parent: node.id })}>
              {texts.add[next]}
            </Button>
          ) : null}
          <Button small onClick={() => ask({ kind: 'edit-node', node })}>
            {texts.editNode}
          </Button>
        </p>
      ) : null}
    </section>
  )
}

/** What a node's progress is made of, line by line. */
function Parts({ node, items }: { node: StrategyNode; items: readonly StrategyNode[] }) {
  const texts = useTexts(strategyTexts)
  const { locale } = useFormats()
  const nameOf = (id: string): string => {
    const child = items.find((one) => one.id === id)
    if (child) return nameIn(locale, child)
    const measure = node.measures.find((one) => one.id === id)
    return measure ? `${nameIn(locale, measure)}${measure.series ? ` (${measure.series})` : ''}` : id
  }
  const over = node.progress.parts.some((one) => one.progress !== null && one.progress !== one.counted)
  return (
    <details className="pl-parts">
      <summary>{texts.parts}</summary>
      <ul>
        {node.progress.parts.map((one) => (
          <li key={one.id}>
            {one.share === null
              ? texts.partOut(nameOf(one.id))
              : texts.partOf(nameOf(one.id), percentOf(one.share) ?? '', percentOf(one.progress) ?? '')}
          </li>
        ))}
      </ul>
      <p>
        {texts.formula} {over ? texts.capped : ''}
      </p>
    </details>
  )
}
