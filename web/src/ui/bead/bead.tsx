import { useTexts } from '#web/shell/texts'
import { classes } from '#web/ui/kit/classes'
import { uiTexts } from '#web/ui/kit/texts'

/** What a number is: said, held, worked out, published; `gone` where the source is withdrawn or hidden. */
export type BeadKind = 'claim' | 'fact' | 'figure' | 'public' | 'gone'

/** 구슬: the mark beside a figure. With `onOpen` it is a button that leads to the sentence; without, a picture beside words that say the same. */
export function Bead({
  kind,
  onOpen,
  of,
  className,
}: {
  kind: BeadKind
  onOpen?: () => void /** Whose source it opens, for those who hear it. */
  of?: string
  className?: string
}) {
  const texts = useTexts(uiTexts)
  const look = classes('bead', `bead--${kind}`, className)
  if (!onOpen) return <span className={look} aria-hidden="true" />
  return (
    <button
      type="button"
      className={look}
      aria-label={texts.openSentence(texts.beads[kind], of ?? '')}
      aria-haspopup="dialog"
      onClick={(event) => {
        // A bead inside a row that opens something must open only the sentence.
        event.stopPropagation()
        onOpen()
      }}
    />
  )
}

/** 구슬 읽는 법: what each kind of bead says. */
export function BeadLegend({ kinds = ['claim', 'fact', 'figure', 'public'] }: { kinds?: readonly BeadKind[] }) {
  const texts = useTexts(uiTexts)
  return (
    <ul className="legend" aria-label={texts.legend}>
      {kinds.map((kind) => (
        <li key={kind}>
          <Bead kind={kind} />
          <span>
            <b>{texts.beads[kind]}</b> {texts.beadMeans[kind]}
          </span>
        </li>
      ))}
    </ul>
  )
}
