import { Button } from '#ui/button/button'
import { Figure } from '#ui/figure/figure'
import { Tag } from '#ui/tag/tag'
import { useFormats } from '#web/shell/formats'
import { useTexts } from '#web/shell/texts'
import { classes } from '#web/ui/kit/classes'
import type { CheckItem, Resolution } from './api.ts'
import { CheckSentence } from './check-sentence.tsx'
import { sentencesOf } from './sentences.ts'
import { checksTexts } from './texts.ts'

export const resolutionKeys: readonly { key: string; resolution: Resolution }[] = [
  { key: '1', resolution: 'different_scope' },
  { key: '2', resolution: 'one_is_wrong' },
  { key: '3', resolution: 'source_corrected' },
  { key: '4', resolution: 'leave_open' },
]

/** So many sentences stand open; the rest are behind one press. */
const shownAtOnce = 2

/** 점검 항목: the finding as its heading, its sentences side by side, what was worked out, and what can be decided. */
export function CheckCard({
  item,
  current,
  mayDecide,
  busy,
  onChoose,
  onResolve,
  onReopen,
  onUndo,
}: {
  item: CheckItem
  current: boolean
  mayDecide: boolean
  busy: boolean
  onChoose: () => void
  onResolve: (resolution: Resolution) => void
  onReopen: () => void
  onUndo: () => void
}) {
  const texts = useTexts(checksTexts)
  const formats = useFormats()
  const { locale } = formats
  const said = sentencesOf(item.witnesses)
  const more = said.slice(shownAtOnce)
  const undecided = item.state === 'open' || item.state === 'left_open'
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: J and K choose by keyboard, and every action of the card is a button
    <article className={classes('ck', current && 'ck--cur')} data-check={item.id} aria-current={current || undefined} onClick={onChoose}>
      <h3>{item.title[locale]}</h3>
      <p className="ck-meta">
        {item.resolution ? <Tag tone={item.resolution === 'left_open' ? 'warn' : 'ok'}>{texts.standing[item.resolution]}</Tag> : null}
        {item.atStake === null ? null : (
          <span>
            {texts.atStake} <Figure value={item.atStake} unit="KRW" style="short" />
          </span>
        )}
        {item.closedBy && item.closedAt ? <span>{texts.by(item.closedBy.name, formats.instant(item.closedAt))}</span> : null}
        {item.reason ? <span className="ck-reason">{item.reason}</span> : item.resolution === 'gone' ? <span>{texts.goneMeans}</span> : null}
      </p>
      <div className="ck-said">
        {said.slice(0, shownAtOnce).map((one) => (
          <CheckSentence key={one.key} said={one} />
        ))}
      </div>
      {more.length > 0 ? (
        <details className="ck-more">
          <summary>{texts.moreSentences(more.length)}</summary>
          <div className="ck-said">
            {more.map((one) => (
              <CheckSentence key={one.key} said={one} />
            ))}
          </div>
        </details>
      ) : null}
      <p className="ck-detail">{item.detail[locale]}</p>
      <details className="ck-more">
        <summary>{texts.ruleSays(item.ruleVersion)}</summary>
        <p>{item.rule.says[locale]}</p>
        {item.numbers.length > 0 ? (
          <dl className="kv">
            {item.numbers.map((one) => (
              <div className="kv-p" key={one.name.en}>
                <dt>{one.name[locale]}</dt>
                <dd>
                  <Figure value={one.value} unit={one.unit} kind="figure" />
                </dd>
              </div>
            ))}
          </dl>
        ) : null}
      </details>
      {mayDecide && item.state !== 'holds' ? (
        <div className="ck-acts">
          {undecided
            ? resolutionKeys
                .filter((one) => !(item.state === 'left_open' && one.resolution === 'leave_open'))
                .map(({ key, resolution }) => (
                  <Button
                    key={resolution}
                    small
                    busy={busy}
                    keys={current ? key : undefined}
                    title={texts.resolutionMeans[resolution]}
                    onClick={() => onResolve(resolution)}
                  >
                    {texts.resolutions[resolution]}
                  </Button>
                ))
            : null}
          {item.closedBy ? (
            <Button small busy={busy} keys={current ? 'o' : undefined} onClick={onReopen}>
              {texts.reopen}
            </Button>
          ) : null}
          {item.closedBy || item.state === 'left_open' ? (
            <Button small tone="text" busy={busy} keys={current ? 'u' : undefined} onClick={onUndo}>
              {texts.undo}
            </Button>
          ) : null}
        </div>
      ) : null}
    </article>
  )
}
