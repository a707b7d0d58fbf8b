import { useId, useState } from 'react'
import { useTexts } from '#web/shell/texts'
import { classes } from '#web/ui/kit/classes'
import { uiTexts } from '#web/ui/kit/texts'
import { type Refusal, sortFiles } from './sort-files.ts'
import './file-drop.css'

/** 파일 놓는 곳: by dropping or by the browser's own list. Files that cannot be taken are named with the reason; the others go on. */
export function FileDrop({
  label,
  accept,
  limitBytes,
  multiple = true,
  onFiles,
  children,
}: {
  label: string /** Endings such as `.txt`. */
  accept: readonly string[]
  limitBytes: number
  multiple?: boolean
  onFiles: (files: File[]) => void
  children?: string
}) {
  const texts = useTexts(uiTexts)
  const id = useId()
  const [over, setOver] = useState(false)
  const [refused, setRefused] = useState<readonly Refusal[]>([])
  const take = (list: FileList | null) => {
    if (!list || list.length === 0) return
    const { taken, refused } = sortFiles(multiple ? [...list] : [...list].slice(0, 1), accept, limitBytes)
    setRefused(refused)
    if (taken.length > 0) onFiles(taken)
  }
  return (
    <div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the file input inside is the first */}
      <div
        className={classes('drop', over && 'drop--over')}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          take(event.dataTransfer.files)
        }}
      >
        <b>{label}</b>
        <span>
          {texts.drop}{' '}
          <label htmlFor={id} className="drop-pick">
            {texts.choose}
            <input
              id={id}
              type="file"
              multiple={multiple}
              accept={accept.join(',')}
              onChange={(event) => {
                take(event.target.files)
                event.target.value = ''
              }}
            />
          </label>
        </span>
        {children ? <span className="hint">{children}</span> : null}
      </div>
      {refused.length > 0 ? (
        <ul className="err" role="alert">
          {refused.map((one) => (
            <li key={one.name}>
              {one.reason === 'large'
                ? texts.tooLarge(one.name, `${Math.floor(limitBytes / 1_000_000)} MB`)
                : texts.wrongKind(one.name, accept.join(', '))}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
