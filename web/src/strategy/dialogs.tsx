import { useQuery } from '@tanstack/react-query'
import type { StrategyMeasure, StrategyNode } from '#capabilities/strategy/schemas'
import { today, useFormats } from '#web/shell/formats'
import { useOffice } from '#web/shell/session'
import { nameIn, useTexts } from '#web/shell/texts'
import { toast } from '#web/shell/toasts'
import { useWork } from '../intake/use-work.ts'
import { read, readTagged, write } from '../plans/api.ts'
import { FormDialog, orNull } from '../plans/form-dialog.tsx'
import { WorkButton } from '../plans/parts.tsx'
import { planTexts } from '../plans/texts.ts'
import { strategyTexts } from './texts.ts'

/** What is being changed. */
export type Asking =
  | { kind: 'node'; level: StrategyNode['level']; parent: string | null }
  | { kind: 'join' }
  | { kind: 'edit-node'; node: StrategyNode }
  | { kind: 'measure'; node: StrategyNode }
  | { kind: 'edit-measure'; measure: StrategyMeasure }
  | { kind: 'cell'; measure: StrategyMeasure; year: number | null }

/** The dialogs of the tree; one at a time. */
export function StrategyDialogs({ asking, items, onClose }: { asking: Asking; items: readonly StrategyNode[]; onClose: () => void }) {
  if (asking.kind === 'cell') return <CellDialog measure={asking.measure} year={asking.year} onClose={onClose} />
  if (asking.kind === 'measure' || asking.kind === 'edit-measure') return <MeasureDialog asking={asking} onClose={onClose} />
  return <NodeDialog asking={asking} items={items} onClose={onClose} />
}

function NodeDialog({
  asking,
  items,
  onClose,
}: {
  asking: Extract<Asking, { kind: 'node' | 'join' | 'edit-node' }>
  items: readonly StrategyNode[]
  onClose: () => void
}) {
  const texts = useTexts(strategyTexts)
  const plan = useTexts(planTexts)
  const office = useOffice().slug
  const { locale } = useFormats()
  const recorded = useQuery({
    queryKey: ['plans', office, 'recorded-strategies'],
    enabled: asking.kind === 'join',
    queryFn: () => read<{ items: { id: string; nameKo: string; nameEn: string | null }[] }>(office, '/projects?kind=strategy&limit=500'),
  })
  const weight = { name: 'weight', label: plan.weight, kind: 'number' as const }
  if (asking.kind === 'edit-node')
    return (
      <FormDialog
        title={texts.editNode}
        given={{ weight: asking.node.weight, ord: String(asking.node.ord) }}
        lines={[weight, { name: 'ord', label: texts.order, kind: 'number' }]}
        onSend={async (typed) => {
          const { etag } = await readTagged(office, `/strategy/${asking.node.id}`)
          await write('PATCH', office, `/strategy/${asking.node.id}`, { weight: typed.weight, ord: Number(typed.ord) }, etag)
        }}
        onClose={onClose}
      />
    )
  if (asking.kind === 'join') {
    const free = (recorded.data?.items ?? []).filter((one) => !items.some((node) => node.id === one.id))
    return (
      <FormDialog
        title={texts.join}
        lines={[
          {
            name: 'subjectId',
            label: texts.levels.vision ?? '',
            kind: 'select',
            none: '',
            options: free.map((one) => ({ value: one.id, label: nameIn(locale, one) })),
          },
        ]}
        onSend={(typed) =>
          write('POST', office, '/strategy', {
            level: 'vision',
            subjectId: typed.subjectId,
            nameKo: free.find((one) => one.id === typed.subjectId)?.nameKo ?? '',
          })
        }
        onClose={onClose}
      />
    )
  }
  return (
    <FormDialog
      title={texts.add[asking.level]}
      given={{ weight: '1' }}
      lines={[
        { name: 'nameKo', label: plan.name, kind: 'text' },
        { name: 'nameEn', label: plan.nameEn, kind: 'text', optional: true },
        weight,
        { name: 'confidential', label: plan.confidential, kind: 'check' },
      ]}
      onSend={(typed) =>
        write('POST', office, '/strategy', {
          level: asking.level,
          parentId: asking.parent,
          nameKo: typed.nameKo,
          nameEn: orNull(typed.nameEn),
          weight: typed.weight,
          confidential: typed.confidential === 'yes',
        })
      }
      onClose={onClose}
    />
  )
}

function MeasureDialog({ asking, onClose }: { asking: Extract<Asking, { kind: 'measure' | 'edit-measure' }>; onClose: () => void }) {
  const texts = useTexts(strategyTexts)
  const plan = useTexts(planTexts)
  const { locale } = useFormats()
  const office = useOffice().slug
  const options = useQuery({
    queryKey: ['plans', office, 'indicators'],
    enabled: asking.kind === 'measure',
    queryFn: () => read<{ indicators: { id: string; nameKo: string; nameEn: string }[] }>(office, '/project-options'),
  })
  const common = [
    { name: 'weight', label: plan.weight, kind: 'number' as const },
    {
      name: 'direction',
      label: texts.direction,
      kind: 'select' as const,
      optional: true,
      none: texts.own,
      options: [
        { value: '1', label: texts.more },
        { value: '-1', label: texts.less },
      ],
    },
    { name: 'baselineYear', label: texts.baseline, kind: 'number' as const, optional: true, hint: texts.baselineHint },
  ]
  const fieldsOf = (typed: Readonly<Record<string, string>>) => ({
    weight: typed.weight,
    direction: typed.direction ? Number(typed.direction) : null,
    baselineYear: typed.baselineYear ? Number(typed.baselineYear) : null,
  })
  if (asking.kind === 'edit-measure') {
    const { measure } = asking
    return (
      <FormDialog
        title={`${texts.editMeasure}: ${nameIn(locale, measure)}`}
        lead={
          <WorkButton
            tone="bad"
            work={async () => {
              await write('DELETE', office, `/strategy-measures/${measure.id}`)
              onClose()
            }}
          >
            {texts.removeMeasure}
          </WorkButton>
        }
        given={{
          weight: measure.weight,
          direction: String(measure.direction),
          baselineYear: measure.baselineYear === null ? '' : String(measure.baselineYear),
        }}
        lines={common}
        onSend={async (typed) => {
          const { etag } = await readTagged(office, `/strategy-measures/${measure.id}`)
          await write('PATCH', office, `/strategy-measures/${measure.id}`, fieldsOf(typed), etag)
        }}
        onClose={onClose}
      />
    )
  }
  return (
    <FormDialog
      title={`${texts.addMeasure}: ${nameIn(locale, asking.node)}`}
      given={{ weight: '1' }}
      lines={[
        {
          name: 'indicator',
          label: texts.measure,
          kind: 'select',
          none: '',
          options: (options.data?.indicators ?? []).map((one) => ({ value: one.id, label: nameIn(locale, one) })),
        },
        { name: 'series', label: texts.part, kind: 'text', optional: true },
        ...common,
      ]}
      onSend={(typed) =>
        write('POST', office, `/strategy/${asking.node.id}/measures`, { indicator: typed.indicator, series: typed.series ?? '', ...fieldsOf(typed) })
      }
      onClose={onClose}
    />
  )
}

function CellDialog({ measure, year, onClose }: { measure: StrategyMeasure; year: number | null; onClose: () => void }) {
  const texts = useTexts(strategyTexts)
  const plan = useTexts(planTexts)
  const { locale } = useFormats()
  const office = useOffice().slug
  const work = useWork()
  const row = measure.progress.years.find((one) => one.year === year)
  const given = { year: String(year ?? today().slice(0, 4)), target: row?.target?.value ?? '', actual: row?.actual?.value ?? '' }
  const money = measure.unit === 'KRW'
  const kind = money ? ('won' as const) : ('number' as const)
  return (
    <FormDialog
      title={year === null ? `${nameIn(locale, measure)}: ${texts.newYear}` : texts.cell(nameIn(locale, measure), year)}
      lead={<p className="sm mut">{texts.emptyHint}</p>}
      given={given}
      lines={[
        ...(year === null ? [{ name: 'year', label: plan.year, kind: 'number' as const }] : []),
        { name: 'target', label: money ? texts.target : `${texts.target} (${measure.unit})`, kind, optional: true },
        { name: 'actual', label: money ? texts.actual : `${texts.actual} (${measure.unit})`, kind, optional: true },
      ]}
      onSend={async (typed) => {
        const undoable: string[] = []
        for (const facet of ['target', 'actual'] as const) {
          if ((typed[facet] ?? '') === given[facet]) continue
          const { judgementId } = await write<{ judgementId: string | null }>('PUT', office, `/strategy-measures/${measure.id}/years`, {
            year: year ?? Number(typed.year),
            facet,
            value: orNull(typed[facet]),
          })
          if (judgementId) undoable.push(judgementId)
        }
        const made = [...undoable].reverse()
        if (made.length === 0) return null
        toast(plan.saved, {
          undo: () =>
            void work.run(async () => {
              for (const id of made) await write('POST', office, `/portfolio/judgements/${id}/undo`)
              toast(plan.undone)
            }),
        })
        return 'said'
      }}
      onClose={onClose}
    />
  )
}
