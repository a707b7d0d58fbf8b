import { Link } from '@tanstack/react-router'
import { Bead } from '#ui/bead/bead'
import { useTexts } from '#web/shell/texts'
import { uiTexts } from '#web/ui/kit/texts'
import { pieces, type SaidSentence } from './sentences.ts'
import { checksTexts } from './texts.ts'

/** 원문의 문장: exact words with every number that the finding speaks of marked, and the way to the document. */
export function CheckSentence({ said }: { said: SaidSentence }) {
  const texts = useTexts(checksTexts)
  const ui = useTexts(uiTexts)
  const named = [said.outlet, said.title].filter(Boolean).join(', ')
  return (
    <figure className="quote ck-quote">
      {said.text === null ? (
        <p className="mut">{texts.erased}</p>
      ) : (
        <blockquote lang="ko">
          {pieces(said.text, said.marks).map((piece) => (piece.marked ? <mark key={piece.at}>{piece.text}</mark> : piece.text))}
        </blockquote>
      )}
      <footer>
        <Bead kind={said.fact ? 'fact' : 'claim'} /> {named}{' '}
        {said.publishedOn ? <time dateTime={said.publishedOn}>{said.publishedOn}</time> : `(${ui.dateUnknown})`}{' '}
        {said.text === null ? null : (
          <Link to="/documents/$id" params={{ id: said.documentId }}>
            {texts.inDocument}
          </Link>
        )}
      </footer>
    </figure>
  )
}
