import { useQuery } from '@tanstack/react-query'
import { Button } from '#ui/button/button'
import { Dialog } from '#ui/dialog/dialog'
import { keptTogether } from '#ui/kit/kept-together'
import { Waiting } from '#ui/skeleton/skeleton'
import { Tag } from '#ui/tag/tag'
import { useFormats } from '#web/shell/formats'
import { useTexts } from '#web/shell/texts'
import { quantityText } from '#web/ui/figure/quantity-parts'
import { ProblemNote } from '../intake/problem-note.tsx'
import { type Review, readJudgements } from './api.ts'
import { indicatorName } from './claim-value.tsx'
import { reviewTexts } from './texts.ts'

type Item = Awaited<ReturnType<typeof readJudgements>>['items'][number]

/** 판단 이력: who decided what, when, and what was taken back. */
export function HistoryDialog({
  office,
  document,
  indicators,
  mayDecide,
  onClose,
  onUndo,
}: {
  office: string
  document: string
  indicators: Review['indicators']
  mayDecide: boolean
  onClose: () => void
  onUndo: (judgement: string) => void
}) {
  const texts = useTexts(reviewTexts)
  const formats = useFormats()
  const said = (claim: Item['claim']) =>
    [
      indicatorName(claim, indicators, formats.locale, texts.none),
      claim.value !== null
        ? quantityText(claim.value, claim.unit ?? '', formats.locale)
        : claim.stage === null
          ? null
          : (texts.stages[claim.stage as keyof typeof texts.stages] ?? claim.stage),
    ]
      .filter(Boolean)
      .join(' ')
  const changed = ({ claim, corrected }: Item) => (corrected && said(corrected) !== said(claim) ? ` → ${said(corrected)}` : '')
  const list = useQuery({ queryKey: ['intake', office, 'judgements', document], queryFn: () => readJudgements(office, document), staleTime: 0 })
  return (
    <Dialog open onClose={onClose} title={texts.history} closeLabel={texts.close} shape="sheet">
      {list.isPending ? <Waiting label={texts.history} /> : null}
      <ProblemNote error={list.error} />
      {list.data?.items.length === 0 ? <p>{texts.historyEmpty}</p> : null}
      <ul className="rv-history">
        {list.data?.items.map((one) => (
          <li key={one.id}>
            <b>{texts.judgementKinds[one.kind]}</b> {said(one.claim)}
            {changed(one)}
            <span className="sub">{keptTogether(texts.by_(one.madeBy.name, formats.instant(one.madeAt)))}</span>
            {one.reason ? <span className="sub">{one.reason}</span> : null}
            {one.undoneAt ? (
              <Tag tone="warn">
                {texts.takenBack} {formats.instant(one.undoneAt)}
              </Tag>
            ) : mayDecide ? (
              <Button small tone="text" onClick={() => onUndo(one.id)}>
                {texts.undo}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
