import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { Chip, ChipMenu, Filters } from '#ui/chip/chip'
import { Empty } from '#ui/empty/empty'
import { Pager } from '#ui/pager/pager'
import { Segment } from '#ui/segment/segment'
import { Waiting } from '#ui/skeleton/skeleton'
import { useFormats } from '#web/shell/formats'
import { usePaged } from '#web/shell/paged'
import { useOffice, useRole } from '#web/shell/session'
import { useShortcuts } from '#web/shell/shortcuts'
import { useTexts } from '#web/shell/texts'
import { toast } from '#web/shell/toasts'
import { ProblemNote } from '../intake/problem-note.tsx'
import { useWork } from '../intake/use-work.ts'
import { Page } from '../shell/page.tsx'
import {
  type CheckItem,
  type CheckQuery,
  type CheckState,
  closeCheck,
  type Resolution,
  readChecks,
  readCounts,
  readRules,
  reopenCheck,
  undoCheck,
} from './api.ts'
import { CheckCard, resolutionKeys } from './check-card.tsx'
import './checks.css'
import { ReasonDialog } from './reason-dialog.tsx'
import { checksTexts } from './texts.ts'

const states: readonly CheckState[] = ['open', 'left_open', 'closed', 'holds']

/** What is being decided: an item and how. */
type Asking = { item: CheckItem; how: Resolution | 'reopen' }

/** 점검: what does not add up, by rule, each with its sentences side by side. */
export default function ChecksScreen() {
  const texts = useTexts(checksTexts)
  const { locale } = useFormats()
  const office = useOffice().slug
  const mayDecide = useRole('administrator', 'head', 'officer', 'reviewer')
  const cache = useQueryClient()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as { document?: unknown; state?: unknown; rule?: unknown }
  const state = states.find((one) => one === search.state) ?? 'open'
  const rule = typeof search.rule === 'string' ? search.rule : ''
  const document = typeof search.document === 'string' ? search.document : ''
  const narrow = (change: Partial<{ state: string; rule: string; document: string }>) => {
    const next = { state, rule, document, ...change }
    void navigate({
      to: '/checks' as '/',
      search: {
        ...(next.state === 'open' ? {} : { state: next.state }),
        ...(next.rule ? { rule: next.rule } : {}),
        ...(next.document ? { document: next.document } : {}),
      } as never,
      replace: true,
    })
  }
  const query: CheckQuery = { state, ...(rule ? { rule } : {}), ...(document ? { document } : {}) }
  const { list, items, pager } = usePaged(['checks', office, 'list', query], (cursor) => readChecks(office, query, cursor))
  const counts = useQuery({ queryKey: ['checks', office, 'counts'], queryFn: () => readCounts(office) })
  const rules = useQuery({ queryKey: ['checks', office, 'rules'], queryFn: () => readRules(office), staleTime: Number.POSITIVE_INFINITY })
  const groups = groupsOf(items)
  const ordered = groups.flatMap((group) => group.items)
  const [chosen, setChosen] = useState<string | null>(null)
  const at = Math.max(
    0,
    ordered.findIndex((one) => one.id === chosen),
  )
  const current = ordered[at]
  const [asking, setAsking] = useState<Asking | null>(null)
  const work = useWork()
  const refresh = () => cache.invalidateQueries({ queryKey: ['checks', office] })
  const goTo = (step: number) => {
    const next = ordered[Math.min(ordered.length - 1, Math.max(0, at + step))]
    if (next) setChosen(next.id)
  }
  useEffect(() => {
    if (chosen) window.document.querySelector(`[data-check="${chosen}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const undo = (item: CheckItem) =>
    void work.run(async () => {
      await undoCheck(office, item.id)
      await refresh()
      toast(texts.undone)
    })
  const ask = (item: CheckItem | undefined, how: Resolution | 'reopen') => {
    if (item) setAsking({ item, how })
  }
  const send = async (reason: string) => {
    if (!asking) return
    const { item, how } = asking
    const next = ordered[at + 1] ?? ordered[at - 1]
    if (how === 'reopen') await reopenCheck(office, item.id, reason)
    else await closeCheck(office, item.id, how, reason)
    setChosen(next?.id ?? null)
    await refresh()
    toast(how === 'reopen' ? texts.reopened : how === 'leave_open' ? texts.left : texts.closed, { undo: () => undo(item) })
  }
  const undecided = current?.state === 'open' || current?.state === 'left_open'
  useShortcuts([
    { key: 'j', label: texts.next, run: () => goTo(1), off: ordered.length < 2 },
    { key: 'k', label: texts.previous, run: () => goTo(-1), off: ordered.length < 2 },
    ...resolutionKeys.map(({ key, resolution }) => ({
      key,
      label: texts.resolutions[resolution] ?? resolution,
      run: () => ask(current, resolution),
      off: !mayDecide || !undecided || (resolution === 'leave_open' && current?.state === 'left_open'),
    })),
    { key: 'o', label: texts.reopen, run: () => ask(current, 'reopen'), off: !mayDecide || !current?.closedBy },
    { key: 'u', label: texts.undo, run: () => current && undo(current), off: !mayDecide || !(current?.closedBy || current?.state === 'left_open') },
  ])
  const ruleOptions = [
    { value: '', label: texts.anyRule },
    ...(rules.data?.items ?? []).map((one) => ({ value: one.id as string, label: one.name[locale] })),
  ]
  const waiting = counts.data?.open ?? 0
  return (
    <Page title={texts.title} lead={waiting > 0 ? texts.waiting(waiting) : texts.lead}>
      <div className="ck-tools">
        <Segment
          label={texts.stateFilter}
          value={state}
          options={states.map((one) => ({ value: one, label: texts.states[one] }))}
          onChange={(next) => narrow({ state: next })}
        />
        <Filters label={texts.filters}>
          {rules.data ? <ChipMenu label={texts.rule} value={rule} options={ruleOptions} onChange={(next) => narrow({ rule: next })} /> : null}
          {document ? <Chip label={texts.oneDocument} pressed onPress={() => narrow({ document: '' })} /> : null}
        </Filters>
      </div>
      <ProblemNote error={list.error ?? work.error} />
      {list.isPending ? <Waiting label={texts.title} rows={6} /> : null}
      {list.isSuccess && items.length === 0 ? (
        <Empty title={texts.none[state]} action={<Link to={'/documents' as '/'}>{texts.toDocuments}</Link>}>
          {state === 'open' ? texts.noneLead : null}
        </Empty>
      ) : null}
      {groups.map((group) => (
        <section key={group.rule.id} className="ck-group" aria-labelledby={`ck-${group.rule.id}`}>
          <h2 id={`ck-${group.rule.id}`}>
            {group.rule.name[locale]} <span className="mut">{texts.count(group.items.length)}</span>
          </h2>
          {group.items.map((item) => (
            <CheckCard
              key={item.id}
              item={item}
              current={item.id === current?.id}
              mayDecide={mayDecide}
              busy={work.busy}
              onChoose={() => setChosen(item.id)}
              onResolve={(resolution) => ask(item, resolution)}
              onReopen={() => ask(item, 'reopen')}
              onUndo={() => undo(item)}
            />
          ))}
        </section>
      ))}
      <Pager {...pager} />
      {asking ? (
        <ReasonDialog
          title={
            asking.how === 'reopen'
              ? texts.reopenTitle
              : asking.how === 'leave_open'
                ? texts.leaveTitle
                : `${texts.closeTitle}: ${texts.resolutions[asking.how]}`
          }
          means={asking.how === 'reopen' ? undefined : texts.resolutionMeans[asking.how]}
          action={asking.how === 'reopen' ? texts.reopen : asking.how === 'leave_open' ? texts.save : texts.close}
          onClose={() => setAsking(null)}
          onSend={send}
        />
      ) : null}
    </Page>
  )
}

/** Items by rule; the rule with the most at stake first, as the list comes. */
function groupsOf(items: readonly CheckItem[]): { rule: CheckItem['rule']; items: CheckItem[] }[] {
  const groups = new Map<string, { rule: CheckItem['rule']; items: CheckItem[] }>()
  for (const item of items) {
    const group = groups.get(item.rule.id) ?? { rule: item.rule, items: [] }
    group.items.push(item)
    groups.set(item.rule.id, group)
  }
  return [...groups.values()]
}
